-- The parties and places whose name, other name or number answers to p_words, at most p_limit, the best first.
--
-- Row-level security asks about whose a row is before an operator of pg_trgm may look at it, so that no index would answer
-- whoever is under it. This function is not, and asks by itself who looks, as the policies of `entity` do; whoever calls
-- it joins what it gives with `entity`, under the policies.
--
-- The planner takes the operators of pg_trgm to be as cheap as a comparison, and would rather read the whole table: it is
-- kept from that, and from one plan for all conditions, of which the cheapest by its count is none of these indexes.
CREATE OR REPLACE FUNCTION find_entities(p_words text, p_limit bigint)
RETURNS TABLE (key uuid, found_by text, strength real)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER ROWS 20
SET search_path = public, pg_temp SET enable_bitmapscan = 'on' SET enable_seqscan = 'off' AS $$
DECLARE
  _words CONSTANT text := folded_name(p_words);
  _like CONSTANT text := '%' || regexp_replace(_words, '([\\%_])', '\\\1', 'g') || '%';
  -- What is neither letter nor digit resembles everything a little.
  _resembling CONSTANT text := CASE WHEN _words ~ '[[:alnum:]]' THEN _words END;
  _sounds CONSTANT text[] := name_sounds(p_words);
  _number CONSTANT text := bare_number(p_words);
BEGIN
  PERFORM expect_slips_in_names();
  RETURN QUERY
  WITH candidate AS MATERIALIZED (
    SELECT n.key FROM entity n WHERE n.names LIKE _like
    UNION SELECT n.key FROM entity n WHERE n.names %> _resembling
    UNION SELECT n.key FROM entity n WHERE n.sounds @> nullif(_sounds, '{}')
    UNION SELECT n.key FROM entity n WHERE n.numbers @> ARRAY[_number])
  SELECT e.key, m.found_by, m.strength
    FROM candidate JOIN entity e ON e.key = candidate.key
    CROSS JOIN LATERAL entity_match(_words, _sounds, _number, e.names, e.sounds, e.numbers) m
   WHERE e.organisation = (SELECT viewer_organisation())
     AND e.confidentiality <= (SELECT viewer_clearance())
     AND ((SELECT viewer_sees_organisation()) OR (SELECT viewer_serves('inspection')))
   ORDER BY m.strength DESC, e.name, e.key LIMIT p_limit;
END $$;
