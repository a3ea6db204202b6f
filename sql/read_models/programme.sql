-- One row for each programme, as it stands in the portfolio.
CREATE TABLE programme (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  organisation_name text NOT NULL,
  origin json NOT NULL,
  exploration uuid,
  decision uuid,
  plan_year int NOT NULL,
  number int NOT NULL,
  title text NOT NULL,
  manager text NOT NULL,
  start_on date NOT NULL,
  review_on date NOT NULL,
  end_on date NOT NULL,
  first_end_on date NOT NULL,
  extension_count int NOT NULL,
  phase text NOT NULL,
  phase_since date NOT NULL,
  -- For when each gate, called after the phase behind it, is planned.
  development_on date,
  execution_on date,
  evaluation_on date,
  ended_on date,
  end_reason text
);

CREATE INDEX ON programme (number);
CREATE INDEX ON programme (exploration);
