-- What one supervised party or place has, or had, to do with another.
CREATE TABLE entity_relation (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  entity uuid NOT NULL,
  kind text NOT NULL,
  other uuid NOT NULL,
  began_on date NOT NULL,
  ended_on date
);
CREATE INDEX ON entity_relation (entity);
CREATE INDEX ON entity_relation (other);
