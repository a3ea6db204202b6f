-- What each participant answered in each round.
CREATE TABLE score (
  key text PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  session uuid NOT NULL,
  round uuid NOT NULL,
  participant uuid NOT NULL,
  position_first bigint NOT NULL,
  answers json NOT NULL
);

CREATE INDEX ON score (programme, round);
