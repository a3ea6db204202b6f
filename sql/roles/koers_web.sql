-- What pages read as: the read models under row-level security, and when the log stood where.
DO $$
BEGIN
  CREATE ROLE koers_web NOLOGIN;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'koers_web', 'MEMBER') THEN
    EXECUTE format('GRANT koers_web TO %I', current_user);
  END IF;
END $$;

GRANT USAGE ON SCHEMA public TO koers_web;
GRANT SELECT ON log_moment, parked_stream TO koers_web;
