-- What came of programmes' work and was not withdrawn.
CREATE TABLE achievement (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  position_first bigint NOT NULL,
  achievement text NOT NULL,
  source json NOT NULL,
  recorded_on date NOT NULL
);

CREATE INDEX ON achievement (programme, position_first);
