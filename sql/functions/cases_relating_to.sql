-- Gives the keys of the cases that name p_case as related, as far as the viewer sees them today: those that do so now, or
-- that did at p_position, to which p_path leads among what was superseded.
--
-- As find_cases it reads past the policies of case_file, for under row-level security no index answers what an
-- array holds. It runs as the owner of the tables, applies the very conditions of guard_read_model and gives nothing
-- but keys.
CREATE OR REPLACE FUNCTION cases_relating_to(p_case uuid, p_position bigint, p_path bigint[]) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 5
SET search_path = pg_catalog, public SET enable_bitmapscan = 'on' SET enable_seqscan = 'off' AS $$
BEGIN
  IF p_position IS NULL THEN
    RETURN QUERY
    SELECT c.key FROM public.case_file c
     WHERE c.related @> ARRAY[p_case]
       AND c.organisation = viewer_organisation()
       AND (c.confidentiality <= viewer_clearance() OR c.handlers @> ARRAY[viewer_person()])
       AND (viewer_sees_organisation() OR c.programme = ANY (viewer_programmes()));
    RETURN;
  END IF;
  -- Whoever sees a case today sees what it was: its circle may have been closed since.
  RETURN QUERY
  WITH found AS MATERIALIZED (
    SELECT n.key FROM public.case_file n WHERE n.related @> ARRAY[p_case] AND n.since <= p_position
    UNION ALL
    SELECT s.key FROM public.case_file_superseded s
     WHERE s.related @> ARRAY[p_case] AND s.fork = ANY (p_path) AND s.since <= p_position AND s.until > p_position
  )
  SELECT c.key FROM found JOIN public.case_file c ON c.key = found.key
   WHERE c.organisation = viewer_organisation()
     AND (c.confidentiality <= viewer_clearance() OR c.handlers @> ARRAY[viewer_person()])
     AND (viewer_sees_organisation() OR c.programme = ANY (viewer_programmes()));
END $$;
REVOKE ALL ON FUNCTION cases_relating_to(uuid, bigint, bigint[]) FROM PUBLIC;
