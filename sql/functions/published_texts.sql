-- The texts of results that everybody may read on p_on, the last published first. It reads past the policies of its table,
-- for nobody in particular asks, and gives what was written to be public and nothing else of a case.
CREATE OR REPLACE FUNCTION published_texts(p_organisation text, p_on date, p_skip bigint, p_limit bigint)
RETURNS TABLE (key uuid, text json, published_on date, until date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  RETURN QUERY
  SELECT p.key, p.text, p.published_on, p.public_until FROM public.case_publication p
   WHERE p.organisation = p_organisation AND p.standing = 'published' AND p.public_until >= p_on
   ORDER BY p.published_on DESC, p.key DESC OFFSET p_skip LIMIT p_limit;
END $$;
REVOKE ALL ON FUNCTION published_texts(text, date, bigint, bigint) FROM PUBLIC;
