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
