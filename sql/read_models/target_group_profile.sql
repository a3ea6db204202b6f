-- What is understood of target groups.
CREATE TABLE target_group_profile (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  sector text,
  size json,
  goal json,
  shares json NOT NULL
);

CREATE INDEX ON target_group_profile (programme);
