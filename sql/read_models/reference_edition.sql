-- The editions of the reference set, which never change.
CREATE TABLE reference_edition (
  key bigint PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  references_id uuid NOT NULL,
  edition int NOT NULL,
  content json NOT NULL,
  published_on date NOT NULL,
  note text,
  published_by text,
  source json
);

CREATE INDEX ON reference_edition (edition);
