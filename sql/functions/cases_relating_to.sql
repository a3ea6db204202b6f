-- Gives the keys of the cases that name p_case as related, as far as the viewer sees them, the last opened first.
--
-- As find_cases it reads past the policies of case_file, for under row-level security no index answers what an
-- array holds. It runs as the owner of the table, applies the very conditions of guard_read_model and gives nothing
-- but keys. As find_cases too it asks the index of what is named first, and puts only what that gives in order.
CREATE OR REPLACE FUNCTION cases_relating_to(p_case uuid) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 5
SET search_path = pg_catalog, public SET enable_bitmapscan = 'on' SET enable_seqscan = 'off' AS $$
BEGIN
  RETURN QUERY
  WITH found AS MATERIALIZED (
    SELECT c.key, c.year, c.serial FROM public.case_file c
     WHERE c.related @> ARRAY[p_case]
       AND c.organisation = viewer_organisation()
       AND (c.confidentiality <= viewer_clearance() OR c.handlers @> ARRAY[viewer_person()])
       AND (viewer_sees_organisation() OR c.programme = ANY (viewer_programmes()))
  )
  SELECT key FROM found ORDER BY year DESC, serial DESC LIMIT 50;
END $$;
REVOKE ALL ON FUNCTION cases_relating_to(uuid) FROM PUBLIC;
