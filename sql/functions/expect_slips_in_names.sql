-- Sets for the rest of the transaction how much of what is asked for must stand in a name that resembles it.
--
-- At 0.6, as PostgreSQL has it, `Jansen` does not find `Janzen`; at less than 0.4 most names find each other.
CREATE OR REPLACE FUNCTION expect_slips_in_names() RETURNS text
LANGUAGE sql VOLATILE PARALLEL UNSAFE
RETURN set_config('pg_trgm.word_similarity_threshold', '0.45', true);
