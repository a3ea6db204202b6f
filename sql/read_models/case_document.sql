-- The documents of cases with all versions that they had.
CREATE TABLE case_document (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  case_file uuid NOT NULL,
  position_first bigint NOT NULL,
  -- Each with the day that it is of and the moment at which it came into the file.
  versions json NOT NULL,
  dropped_because text,
  dropped_on date
);

CREATE INDEX ON case_document (case_file);
