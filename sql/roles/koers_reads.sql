-- What keeps the read log: it may add lines, have those taken away whose time is over, and see and change none.
DO $$
BEGIN
  CREATE ROLE koers_reads LOGIN;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

-- It logs in as itself; without a password only where the operating system vouches for it.
DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'koers_reads', 'MEMBER') THEN
    EXECUTE format('GRANT koers_reads TO %I', current_user);
  END IF;
END $$;

GRANT USAGE ON SCHEMA public TO koers_reads;
GRANT INSERT ON read_log TO koers_reads;
REVOKE ALL ON FUNCTION make_read_log_month(timestamptz) FROM PUBLIC;
REVOKE ALL ON FUNCTION remove_read_log_months(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION make_read_log_month(timestamptz), remove_read_log_months(timestamptz)
  TO koers_reads;

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_policies WHERE tablename = 'read_log' AND policyname = 'kept') THEN
    CREATE POLICY kept ON read_log FOR INSERT TO koers_reads WITH CHECK (true);
  END IF;
END $$;
