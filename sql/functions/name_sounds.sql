-- How the words of a name sound (double metaphone): Dijkstra, Dykstra and Dijkstraa sound the same.
--
-- The rules are those of English, in which the j of ij would be heard. A word of one letter sounds like too much.
CREATE OR REPLACE FUNCTION name_sounds(p_name text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
  SELECT coalesce(array_agg(DISTINCT sound), '{}')
    FROM regexp_split_to_table(replace(folded_name(p_name), 'ij', 'y'), '[^a-z]+') AS word,
         unnest(ARRAY[dmetaphone(word), dmetaphone_alt(word)]) AS sound
   WHERE length(word) > 1 AND sound <> '');
