-- What those who were supervised are asked about it, and what they said.
CREATE TABLE case_survey (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  case_file uuid NOT NULL,
  position_first bigint NOT NULL,
  intervention uuid,
  open_until date NOT NULL,
  asked_on date NOT NULL,
  asked_by text,
  standing text NOT NULL,
  answers json,
  replied_on date,
  clear_score int,
  fair_score int,
  respectful_score int,
  useful_score int,
  bearable_score int,
  dropped_because text,
  dropped_on date
);

CREATE INDEX ON case_survey (case_file);
