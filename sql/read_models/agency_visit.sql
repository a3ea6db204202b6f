-- That another agency was with a supervised party or at a place: when and which one, and nothing of what it found.
CREATE TABLE agency_visit (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  entity uuid NOT NULL,
  agency text NOT NULL,
  visited_on date NOT NULL,
  -- Who noted it here.
  noted_by text
);
CREATE INDEX ON agency_visit (entity);
