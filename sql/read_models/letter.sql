-- Letters to begin from, with all their editions.
CREATE TABLE letter (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  letter uuid NOT NULL,
  title text NOT NULL,
  editions json NOT NULL,
  dropped_because text,
  dropped_on date
);
