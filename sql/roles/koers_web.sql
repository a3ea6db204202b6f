-- What pages read as: the read models under row-level security, and when the log stood where.
DO $$
BEGIN
  CREATE ROLE koers_web LOGIN;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

-- It logs in as itself; without a password only where the operating system vouches for it.
DO $$
BEGIN
  IF NOT (SELECT rolcanlogin FROM pg_roles WHERE rolname = 'koers_web') THEN
    ALTER ROLE koers_web LOGIN;
  END IF;
EXCEPTION
  -- Whoever made the role decides; it is then taken on after logging in as the owner.
  WHEN insufficient_privilege THEN NULL;
END $$;

DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'koers_web', 'MEMBER') THEN
    EXECUTE format('GRANT koers_web TO %I', current_user);
  END IF;
END $$;

-- A table or function of one's own is what rows of others are spirited away with; nothing here needs one.
DO $$
BEGIN
  EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
EXCEPTION
  -- Whose database it is decides.
  WHEN insufficient_privilege THEN NULL;
END $$;

GRANT USAGE ON SCHEMA public TO koers_web;
GRANT SELECT ON log_moment, parked_stream TO koers_web;
GRANT EXECUTE ON FUNCTION find_cases(text, text, uuid, boolean, int, int, bigint) TO koers_web;
GRANT EXECUTE ON FUNCTION cases_relating_to(uuid, bigint, bigint[]) TO koers_web;
-- It asks by itself who looks.
REVOKE ALL ON FUNCTION find_entities(text, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_entities(text, bigint) TO koers_web;

-- For who sees some programmes only; never on top of its own view, only instead of it.
DO $$
BEGIN
  -- Only when it does, for two databases of one server that change a role at once are in each other's way.
  IF (SELECT rolinherit FROM pg_roles WHERE rolname = 'koers_web') THEN
    ALTER ROLE koers_web NOINHERIT;
  END IF;
  IF NOT pg_has_role('koers_web', 'koers_guest', 'MEMBER') THEN
    GRANT koers_guest TO koers_web;
  END IF;
  -- For what everybody may read.
  IF NOT pg_has_role('koers_web', 'koers_public', 'MEMBER') THEN
    GRANT koers_public TO koers_web;
  END IF;
EXCEPTION
  -- Whoever made the roles decides; without it, who sees some programmes only sees none.
  WHEN insufficient_privilege THEN NULL;
END $$;

-- The read log is for who watches over the personal data of others, and for nobody else. Its policy is not called
-- `viewed`, the name by which koers_guest.sql knows read models.
GRANT SELECT ON read_log, read_log_removal TO koers_web;
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_policies WHERE tablename = 'read_log' AND policyname = 'watched_over') THEN
    CREATE POLICY watched_over ON read_log FOR SELECT TO koers_web
      USING (organisation = (SELECT viewer_organisation()) AND (SELECT viewer_serves('privacy')));
    CREATE POLICY watched_over ON read_log_removal FOR SELECT TO koers_web USING ((SELECT viewer_serves('privacy')));
  END IF;
END $$;
