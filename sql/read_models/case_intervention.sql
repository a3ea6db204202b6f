-- What was done on cases.
CREATE TABLE case_intervention (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  case_file uuid NOT NULL,
  position_first bigint NOT NULL,
  kind text NOT NULL,
  happened_on date NOT NULL,
  intervention json NOT NULL,
  logged_by text,
  corrected_because text,
  corrected_by text
);

CREATE INDEX ON case_intervention (case_file);
