-- The parties and places whose name, other name or number answers to p_words, at most p_limit, the best first.
--
-- Row-level security asks about whose a row is before an operator of pg_trgm may look at it, so that no index would answer
-- whoever is under it. This function is not, and asks by itself who looks, as the policies of `entity` do; whoever calls
-- it joins what it gives with `entity`, under the policies.
CREATE OR REPLACE FUNCTION find_entities(p_words text, p_limit integer)
RETURNS TABLE (key uuid, found_by text, strength real)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp SET enable_bitmapscan = on AS $$
DECLARE
  _words CONSTANT text := folded_name(p_words);
  _like CONSTANT text := '%' || regexp_replace(_words, '([\\%_])', '\\\1', 'g') || '%';
  _sounds CONSTANT text[] := name_sounds(p_words);
  _number CONSTANT text := bare_number(p_words);
BEGIN
  PERFORM expect_slips_in_names();
  RETURN QUERY
  SELECT e.key, m.found_by, m.strength
    FROM entity e
    CROSS JOIN LATERAL entity_match(_words, _sounds, _number, e.names, e.sounds, e.numbers) m
   WHERE (e.names LIKE _like OR e.names %> _words OR e.sounds @> nullif(_sounds, '{}')
          OR e.numbers @> ARRAY[_number])
     AND e.organisation = (SELECT viewer_organisation())
     AND e.confidentiality <= (SELECT viewer_clearance())
     AND ((SELECT viewer_sees_organisation()) OR (SELECT viewer_serves('inspection')))
   ORDER BY m.strength DESC, e.name, e.key LIMIT p_limit;
END $$;
