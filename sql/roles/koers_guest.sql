-- What pages read as for who sees some programmes only; taken on by koers_web for a transaction.
DO $$
BEGIN
  CREATE ROLE koers_guest NOLOGIN;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

GRANT USAGE ON SCHEMA public TO koers_guest;
GRANT SELECT ON log_moment, parked_stream TO koers_guest;
GRANT EXECUTE ON FUNCTION find_cases(text, text, uuid, boolean, int, int, bigint) TO koers_guest;
GRANT EXECUTE ON FUNCTION find_entities(text, bigint) TO koers_guest;
GRANT EXECUTE ON FUNCTION cases_relating_to(uuid, bigint, bigint[]) TO koers_guest;

-- What cases were, made under an older guard, gets the guard of today.
DO $$
DECLARE
  _model record;
BEGIN
  FOR _model IN
    SELECT schemaname, tablename FROM pg_policies WHERE tablename = 'case_file_superseded' AND policyname = 'visited'
  LOOP
    PERFORM guard_read_model(_model.schemaname, _model.tablename, 'cases');
  END LOOP;
END $$;

-- Read models that were made before a role was, or under an older guard, get the guard that is theirs now.
DO $$
DECLARE
  _model record;
BEGIN
  FOR _model IN
    SELECT DISTINCT schemaname, tablename FROM pg_policies p
     WHERE policyname = 'viewed' AND 'koers_web' = ANY (roles)
       AND NOT EXISTS (SELECT FROM pg_policies g
         WHERE g.schemaname = p.schemaname AND g.tablename = p.tablename AND 'koers_guest' = ANY (g.roles))
  LOOP
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO koers_guest', _model.schemaname);
    PERFORM guard_read_model(_model.schemaname, _model.tablename, 'work');
    IF to_regclass(format('public.%I', _model.tablename)) IS NOT NULL THEN
      EXECUTE format('GRANT SELECT ON public.%I TO koers_guest', _model.tablename);
    END IF;
  END LOOP;
END $$;
