-- The enforcement of findings of cases, one row a finding.
CREATE TABLE case_enforcement (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  case_file uuid NOT NULL,
  position_first bigint NOT NULL,
  -- Where it stands in the matrix, such as B4.
  cell text,
  measure text,
  -- As the latest step left it.
  next_legal_day date,
  -- How it ended; NULL while it goes on.
  ended text,
  steps json NOT NULL
);

CREATE INDEX ON case_enforcement (case_file);
