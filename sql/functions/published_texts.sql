-- The texts of results that everybody may read on p_on, the last published first, from after a place in that list or from
-- its beginning. It reads past the policies of its table, for nobody in particular asks, and gives what was written to be
-- public and nothing else of a case. A case of which something could not be read may have been withdrawn, so it gives
-- nothing of it.
CREATE OR REPLACE FUNCTION published_texts(
  p_organisation text, p_on date, p_day date, p_key uuid, p_limit bigint)
RETURNS TABLE (key uuid, text json, published_on date, until date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  RETURN QUERY
  SELECT p.key, p.text, p.published_on, p.public_until FROM public.case_publication p
   WHERE p.organisation = p_organisation AND p.standing = 'published' AND p.public_until >= p_on
     AND (p.published_on, p.key)
         < (COALESCE(p_day, 'infinity'), COALESCE(p_key, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
     AND public.publication_is_read(p.case_file)
   ORDER BY p.published_on DESC, p.key DESC LIMIT p_limit;
END $$;
REVOKE ALL ON FUNCTION published_texts(text, date, date, uuid, bigint) FROM PUBLIC;
