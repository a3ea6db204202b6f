-- The texts that published_texts gives before a place in its list, the nearest to that place first.
CREATE OR REPLACE FUNCTION published_texts_since(
  p_organisation text, p_on date, p_day date, p_key uuid, p_limit bigint)
RETURNS TABLE (key uuid, text json, published_on date, until date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  RETURN QUERY
  SELECT p.key, p.text, p.published_on, p.public_until FROM public.case_publication p
   WHERE p.organisation = p_organisation AND p.standing = 'published' AND p.public_until >= p_on
     AND (p.published_on, p.key) > (p_day, p_key)
     AND public.publication_is_read(p.case_file)
   ORDER BY p.published_on, p.key LIMIT p_limit;
END $$;
REVOKE ALL ON FUNCTION published_texts_since(text, date, date, uuid, bigint) FROM PUBLIC;
