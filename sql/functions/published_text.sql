-- One text that was ever published, and until when; without its words once that day is past, or it was withdrawn or
-- stopped, and while something of its case cannot be read, which may be that. It reads past the policies of its table, for
-- nobody in particular asks.
CREATE OR REPLACE FUNCTION published_text(p_organisation text, p_on date, p_key uuid)
RETURNS TABLE (key uuid, text json, published_on date, until date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  RETURN QUERY
  SELECT p.key,
         CASE WHEN p.standing = 'published' AND p.public_until >= p_on
                   AND public.publication_is_read(p.case_file) THEN p.text END,
         p.published_on, p.public_until
    FROM public.case_publication p
   WHERE p.organisation = p_organisation AND p.key = p_key AND p.published_on IS NOT NULL;
END $$;
REVOKE ALL ON FUNCTION published_text(text, date, uuid) FROM PUBLIC;
