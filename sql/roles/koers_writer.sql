-- What the server runs its commands and projections as: it may add to the log, never change it.
DO $$
BEGIN
  CREATE ROLE koers_writer LOGIN;
EXCEPTION
  -- Roles belong to the cluster: another database's start may have been first.
  WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

-- It logs in as itself; without a password only where the operating system vouches for it.
DO $$
BEGIN
  IF NOT (SELECT rolcanlogin FROM pg_roles WHERE rolname = 'koers_writer') THEN
    ALTER ROLE koers_writer LOGIN;
  END IF;
EXCEPTION
  -- Whoever made the role decides; it is then taken on after logging in as the owner.
  WHEN insufficient_privilege THEN NULL;
END $$;

DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'koers_writer', 'MEMBER') THEN
    EXECUTE format('GRANT koers_writer TO %I', current_user);
  END IF;
END $$;

GRANT USAGE ON SCHEMA public TO koers_writer;
GRANT SELECT ON es_log, log_faults, log_moment TO koers_writer;
GRANT SELECT, INSERT ON es_category, es_event_type, es_batch, es_event, es_command TO koers_writer;
GRANT SELECT, INSERT, UPDATE ON es_stream TO koers_writer;
GRANT SELECT, INSERT, DELETE ON es_claim TO koers_writer;
GRANT SELECT, INSERT, UPDATE ON es_lease, es_checkpoint TO koers_writer;
GRANT SELECT ON es_read_model TO koers_writer;
GRANT SELECT, INSERT ON es_parked TO koers_writer;
REVOKE ALL ON FUNCTION make_event_partitions(bigint, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION make_event_partitions(bigint, bigint) TO koers_writer;
-- It may make keys of personal data and use them, and destroy none.
GRANT USAGE ON SCHEMA keyring TO koers_writer;
GRANT SELECT, INSERT ON keyring.stream_key, keyring.digest_key TO koers_writer;
REVOKE ALL ON FUNCTION hold_stream_key(smallint, text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hold_stream_key(smallint, text, uuid) TO koers_writer;
-- It may keep documents and read them, and neither change nor take away any; what lies there it may keep once more.
GRANT USAGE ON SCHEMA documents TO koers_writer;
GRANT SELECT, INSERT ON documents.chunk TO koers_writer;
REVOKE ALL ON FUNCTION hold_content(smallint, text, uuid, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hold_content(smallint, text, uuid, bytea) TO koers_writer;
-- What comes in goes again, whether it was kept or not.
GRANT SELECT, INSERT, DELETE ON documents.incoming TO koers_writer;
