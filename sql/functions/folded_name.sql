-- A name in small letters and without accents, to be compared.
--
-- unaccent is not immutable, since its dictionary might change; ours is the one that comes with PostgreSQL.
CREATE OR REPLACE FUNCTION folded_name(p_name text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lower(unaccent('unaccent'::regdictionary, p_name));
