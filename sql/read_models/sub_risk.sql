-- The sub-risks of programmes, dropped ones included.
CREATE TABLE sub_risk (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  position_first bigint NOT NULL,
  title text NOT NULL,
  description text,
  source json,
  weighing json,
  dropped_because text,
  dropped_on date
);

CREATE INDEX ON sub_risk (programme, position_first);
