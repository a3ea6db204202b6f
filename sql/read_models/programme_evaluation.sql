-- Every version of programmes' evaluations; the key is the position at which it was written.
CREATE TABLE programme_evaluation (
  key bigint PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  evaluation json NOT NULL,
  written_on date NOT NULL,
  revised_because text
);

CREATE INDEX ON programme_evaluation (programme, key);
