-- The cases in whose titles all of p_words stand, the last one as the beginning of a word, as far as whoever this
-- transaction reads for may see them.
--
-- Row-level security lets no condition that could leak go before its own, so that no index answers a search. This reads as
-- the owner of the table, applies the very conditions of guard_read_model and gives nothing but keys.
CREATE OR REPLACE FUNCTION cases_with_words(p_words text) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  _query tsquery := (
    SELECT to_tsquery('simple', string_agg(quote_literal(w), ' & ') || ':*')
      FROM regexp_split_to_table(btrim(regexp_replace(lower(p_words), '[^[:alnum:]]+', ' ', 'g')), ' ') AS w
     WHERE w <> '');
BEGIN
  RETURN QUERY
  SELECT c.key FROM public.case_file c
   WHERE to_tsvector('simple', c.title) @@ _query
     AND c.organisation = viewer_organisation()
     AND (c.confidentiality <= viewer_clearance() OR c.handlers @> ARRAY[viewer_person()])
     AND (viewer_sees_organisation() OR c.programme = ANY (viewer_programmes()));
END $$;
REVOKE ALL ON FUNCTION cases_with_words(text) FROM PUBLIC;
