-- Who can change how target groups behave.
CREATE TABLE influencer (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  position_first bigint NOT NULL,
  target_group uuid NOT NULL,
  name text NOT NULL,
  influence text NOT NULL
);

CREATE INDEX ON influencer (programme);
