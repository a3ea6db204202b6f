-- Each decision that let a programme run longer; the key is its position.
CREATE TABLE programme_extension (
  key bigint PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  review_on date NOT NULL,
  end_on date NOT NULL,
  decided_by text NOT NULL,
  reason text NOT NULL,
  decided_on date NOT NULL
);

CREATE INDEX ON programme_extension (programme, key);
