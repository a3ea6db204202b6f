-- Gives the keys of the cases that name p_case as related, as far as the viewer sees them, the last opened first.
--
-- As find_cases it reads past the policies of case_file, for under row-level security no index answers what an
-- array holds. It runs as the owner of the table, applies the very conditions of guard_read_model and gives nothing
-- but keys.
CREATE OR REPLACE FUNCTION cases_relating_to(p_case uuid) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN QUERY
  SELECT c.key FROM public.case_file c
   WHERE c.related @> ARRAY[p_case]
     AND c.organisation = viewer_organisation()
     AND (c.confidentiality <= viewer_clearance() OR c.handlers @> ARRAY[viewer_person()])
     AND (viewer_sees_organisation() OR c.programme = ANY (viewer_programmes()))
   ORDER BY c.year DESC, c.serial DESC LIMIT 50;
END $$;
REVOKE ALL ON FUNCTION cases_relating_to(uuid) FROM PUBLIC;
