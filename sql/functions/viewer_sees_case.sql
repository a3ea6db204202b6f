-- Whether whoever this transaction reads for sees the case today. It asks the table of cases under that table's own guard,
-- by name, so that a rebuilt table takes the place of another unhindered; its words are looked up where nobody else can
-- put any.
CREATE OR REPLACE FUNCTION viewer_sees_case(p_case uuid) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog AS $$
BEGIN
  RETURN EXISTS (SELECT FROM public.case_file WHERE key = p_case);
END $$;
