-- What a programme's problem was said to be; the key is the position at which it was said.
CREATE TABLE programme_problem (
  key bigint PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  problem text NOT NULL,
  stated_on date NOT NULL
);

CREATE INDEX ON programme_problem (programme, key);
