-- Lets the views of a read model show the tables in p_schema.
--
-- The views are made anew: their columns may have changed.
CREATE OR REPLACE FUNCTION publish_read_model(p_schema text, p_name text) RETURNS void
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  _view text;
BEGIN
  FOREACH _view IN ARRAY ARRAY[p_name, p_name || '_superseded'] LOOP
    EXECUTE format('DROP VIEW IF EXISTS public.%I', _view);
    EXECUTE format('CREATE VIEW public.%1$I WITH (security_invoker = true) AS SELECT * FROM %2$I.%1$I',
      _view, p_schema);
    EXECUTE format('GRANT SELECT ON public.%I TO koers_web, koers_guest, koers_door, koers_writer', _view);
  END LOOP;
END $$;
