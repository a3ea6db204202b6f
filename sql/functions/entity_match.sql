-- Why a party or place is found, and how firmly; no row when it is not.
--
-- p_words are asked for as folded_name writes them, p_word_sounds is how they sound and p_number the same as a number.
-- p_names holds the name on its first line and other names on the lines after it, folded too.
CREATE OR REPLACE FUNCTION entity_match(
  p_words text, p_word_sounds text[], p_number text, p_names text, p_sounds text[], p_numbers text[])
RETURNS TABLE (found_by text, strength real)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT reason.found_by, reason.strength::real
    FROM (SELECT split_part(p_names, E'\n', 1) AS name,
                 substr(p_names, length(split_part(p_names, E'\n', 1)) + 2) AS aliases) AS called,
         LATERAL (VALUES
           ('number', CASE WHEN p_numbers @> ARRAY[p_number] THEN 5 END),
           ('name', CASE WHEN strpos(name, p_words) > 0 THEN 3 + similarity(p_words, name) END),
           ('alias', CASE WHEN strpos(aliases, p_words) > 0 THEN 2 + similarity(p_words, aliases)
                          WHEN p_words <% aliases THEN 0.9 + word_similarity(p_words, aliases) END),
           ('resembles', CASE WHEN p_words <% name THEN 1 + 0.9 * word_similarity(p_words, name) + 0.1 * similarity(p_words, name) END),
           ('sounds', CASE WHEN p_sounds @> nullif(p_word_sounds, '{}') THEN similarity(p_words, name) END)
         ) AS reason(found_by, strength)
   WHERE reason.strength IS NOT NULL
   ORDER BY reason.strength DESC LIMIT 1
$$;
