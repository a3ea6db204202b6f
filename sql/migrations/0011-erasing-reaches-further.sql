-- What erasing somebody must reach besides the log and the read models.

-- Mail addresses that somebody signed in with before: attempts that failed are counted under them.
ALTER TABLE credential ADD COLUMN former_mails text[] NOT NULL DEFAULT '{}';

-- How many rows of signing in each erasure took away, however often it was interrupted.
CREATE TABLE erasure_tally (
  erasure uuid PRIMARY KEY,
  row_count bigint NOT NULL
);

-- The key with which commands are digested, wrapped as the keys of streams are: with the log alone nobody can test a
-- guess at what was asked.
CREATE TABLE keyring.digest_key (
  log_id smallint PRIMARY KEY,
  wrapped bytea NOT NULL,
  -- The beginning of the SHA-256 of the key-encryption key.
  wrapped_by text NOT NULL,
  made_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Digests of before had no key, so with them a guess can be tested. They go: such a command sent again is answered as
-- what it was, whatever comes with it, like those that never had one. The table is written anew, so that no page of it
-- keeps any.
ALTER TABLE es_command ALTER COLUMN digest TYPE bytea USING NULL::bytea;

-- PostgreSQL keeps some values of a column to plan with, and keeps them when the rows are gone: of a table that became
-- empty for ever. Changing a column's type, be it into itself, takes away what it kept so far.
DO $$
DECLARE
  _column record;
BEGIN
  FOR _column IN
    SELECT attrelid::regclass AS owner, attname AS name, format_type(atttypid, atttypmod) AS type
      FROM pg_attribute
     WHERE attrelid IN (
         'session'::regclass, 'credential'::regclass, 'recovery_code'::regclass, 'passkey'::regclass,
         'passkey_challenge'::regclass, 'sign_in_link'::regclass, 'sign_in_failure'::regclass,
         'provider_person'::regclass, 'directory_resource'::regclass, 'request_allowance'::regclass,
         'keyring.stream_key'::regclass, 'keyring.digest_key'::regclass)
       AND attnum > 0 AND NOT attisdropped
       AND atttypid IN ('text'::regtype, 'text[]'::regtype, 'bytea'::regtype, 'json'::regtype)
  LOOP
    EXECUTE format(
      'ALTER TABLE %s ALTER COLUMN %I TYPE %s, ALTER COLUMN %I SET STATISTICS 0',
      _column.owner, _column.name, _column.type, _column.name);
  END LOOP;
END $$;
