-- The number and name of a programme in a plan year; the key is `<programme>/<plan year>`.
CREATE TABLE programme_label (
  key text PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  plan_year int NOT NULL,
  number int NOT NULL,
  title text NOT NULL,
  given_on date NOT NULL
);

CREATE INDEX ON programme_label (programme);
