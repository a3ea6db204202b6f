-- Whether the read model of publications has read all of a case: what it could not read may have been a withdrawal. For the
-- functions that say what is public, whose rights it borrows.
CREATE OR REPLACE FUNCTION publication_is_read(p_case uuid) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog AS $$
BEGIN
  RETURN NOT EXISTS (
    SELECT FROM public.es_parked k
      JOIN public.es_read_model m
        ON m.log_id = k.log_id AND m.name = k.projection AND m.generation = k.generation
     WHERE k.projection = 'case_publication' AND k.stream_id = p_case);
END $$;
REVOKE ALL ON FUNCTION publication_is_read(uuid) FROM PUBLIC;
