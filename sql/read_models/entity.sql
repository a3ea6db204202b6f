-- A supervised party or place with what is known of it.
CREATE TABLE entity (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  entity uuid NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  particulars json NOT NULL,
  aliases json NOT NULL,
  registered_on date NOT NULL,
  -- The one that it proved to be the same as, since when and why.
  merged_into uuid,
  merged_on date,
  merge_reason text,
  -- For the search: other names line by line, and numbers without what people write between their digits.
  alias_names text NOT NULL,
  numbers text[] NOT NULL,
  names text GENERATED ALWAYS AS (folded_name(name || E'\n' || alias_names)) STORED,
  sounds text[] GENERATED ALWAYS AS (name_sounds(name || E'\n' || alias_names)) STORED
);
CREATE INDEX ON entity (organisation, name, key);
CREATE INDEX ON entity (merged_into) WHERE merged_into IS NOT NULL;
-- Asked by find_entities alone: see there.
CREATE INDEX ON entity USING gin (names gin_trgm_ops);
CREATE INDEX ON entity USING gin (sounds);
CREATE INDEX ON entity USING gin (numbers);
