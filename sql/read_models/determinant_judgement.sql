-- How determinants were judged to work on target groups.
CREATE TABLE determinant_judgement (
  key text PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  target_group uuid NOT NULL,
  determinant text NOT NULL,
  judgement json NOT NULL,
  judged_on date NOT NULL
);

CREATE INDEX ON determinant_judgement (programme);
