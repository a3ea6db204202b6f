-- The reports and letters of cases, as they were issued.
CREATE TABLE case_report (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  case_file uuid NOT NULL,
  serial int NOT NULL,
  report json NOT NULL,
  issue json NOT NULL,
  issued_on date NOT NULL,
  issued_by text,
  dropped_because text,
  dropped_on date
);

CREATE INDEX ON case_report (case_file);
