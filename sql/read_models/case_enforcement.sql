-- The enforcement of findings of cases, one row a finding.
CREATE TABLE case_enforcement (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  case_file uuid NOT NULL,
  position_first bigint NOT NULL,
  steps json NOT NULL
);

CREATE INDEX ON case_enforcement (case_file);
