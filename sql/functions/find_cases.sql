-- The cases that answer to what somebody searches, as far as whoever this transaction reads for may see them, the last
-- opened first and at most p_limit: in whose titles all of p_words stand, the last one as the beginning of a word, and which
-- p_handler handles. What is NULL is not asked; p_year and p_serial are the number before which the page begins.
--
-- Row-level security lets no condition that could leak go before its own, so that no index answers a search. This reads as
-- the owner of the table, applies the very conditions of guard_read_model and gives nothing but keys.
--
-- It is planned anew for each search, without the conditions that are not asked. Of what is found nothing is counted
-- beforehand (keep_no_statistics_of_words), so that the planner would walk down an index of numbers until it met fifty that
-- answer: the indexes of what is searched are asked first, and only what they give is put in order.
CREATE OR REPLACE FUNCTION find_cases(
  p_words text, p_handler text, p_programme uuid, p_is_open boolean, p_year int, p_serial int, p_limit bigint)
RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50
SET search_path = pg_catalog, public SET enable_bitmapscan = 'on' SET enable_seqscan = 'off' AS $$
DECLARE
  -- What stands between points, slashes and hyphens is a word of its own in one title and not in another: `B.V.` is one word,
  -- and `Noord-Holland` three. So they are asked for as a title is read, and one by one.
  _as_title CONSTANT tsquery := (
    SELECT (nullif(plainto_tsquery('simple', p_words)::text, '') || ':*')::tsquery WHERE p_words ~ '[[:alnum:]]');
  _one_by_one CONSTANT tsquery := (
    SELECT to_tsquery('simple', string_agg(quote_literal(w), ' & ') || ':*')
      FROM regexp_split_to_table(btrim(regexp_replace(lower(p_words), '[^[:alnum:]]+', ' ', 'g')), ' ') AS w
     WHERE w <> '');
  _query CONSTANT tsquery := coalesce(_as_title || _one_by_one, _one_by_one);
BEGIN
  RETURN QUERY EXECUTE 'WITH found AS MATERIALIZED (SELECT c.key, c.year, c.serial FROM public.case_file c WHERE '
    || concat_ws(' AND ',
      'c.organisation = $1 AND (c.confidentiality <= $2 OR c.handlers @> ARRAY[$3])',
      CASE WHEN viewer_sees_organisation() IS NOT TRUE THEN 'c.programme = ANY ($4)' END,
      CASE WHEN p_words IS NOT NULL THEN 'to_tsvector(''simple'', c.title) @@ $5' END,
      CASE WHEN p_handler IS NOT NULL THEN 'c.handlers @> ARRAY[$6]' END,
      CASE WHEN p_programme IS NOT NULL THEN 'c.programme = $7' END,
      CASE WHEN p_is_open THEN 'c.status <> ''closed''' END,
      CASE WHEN p_year IS NOT NULL THEN '(c.year, c.serial) < ($8, $9)' END)
    || ') SELECT key FROM found ORDER BY year DESC, serial DESC LIMIT $10'
    USING viewer_organisation(), viewer_clearance(), viewer_person(), viewer_programmes(), _query, p_handler, p_programme,
      p_year, p_serial, p_limit;
END $$;
REVOKE ALL ON FUNCTION find_cases(text, text, uuid, boolean, int, int, bigint) FROM PUBLIC;
