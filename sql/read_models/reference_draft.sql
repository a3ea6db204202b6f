-- What is being made of the last edition of the reference set.
CREATE TABLE reference_draft (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  references_id uuid NOT NULL,
  edition int NOT NULL,
  content json NOT NULL,
  is_changed boolean NOT NULL,
  proposal json
);
