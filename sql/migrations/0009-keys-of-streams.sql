-- The keys under which personal data in the log lie. They have a schema of their own, so that the log and its keys can be
-- backed up apart: a backup of the log alone says nothing of any person.

CREATE SCHEMA keyring;

-- One key for each stream that holds personal data: that of a person's account, or of a file.
CREATE TABLE keyring.stream_key (
  log_id smallint NOT NULL,
  -- In words, not as the log's number: keys are of use without the log's dictionaries.
  category text NOT NULL,
  stream_id uuid NOT NULL,
  -- The key, closed with AES-256-GCM under the key-encryption key that wrapped_by names. NULL once it is destroyed.
  wrapped bytea,
  -- The beginning of the SHA-256 of that key-encryption key.
  wrapped_by text,
  made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  destroyed_at timestamptz,
  PRIMARY KEY (log_id, stream_id, category),
  CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL)),
  CHECK ((wrapped IS NULL) = (wrapped_by IS NULL))
);

-- Which key-encryption keys are in use is asked at every start.
CREATE INDEX stream_key_wrapped_by ON keyring.stream_key (log_id, wrapped_by) WHERE wrapped_by IS NOT NULL;

-- What was destroyed stays destroyed, and that it was stays known.
CREATE FUNCTION keyring.refuse_revival() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a key of personal data is destroyed for ever: % refused', TG_OP USING ERRCODE = 'KO002';
END $$;

CREATE TRIGGER no_revival BEFORE UPDATE ON keyring.stream_key
  FOR EACH ROW WHEN (old.destroyed_at IS NOT NULL) EXECUTE FUNCTION keyring.refuse_revival();
CREATE TRIGGER no_removal BEFORE DELETE ON keyring.stream_key
  FOR EACH ROW EXECUTE FUNCTION keyring.refuse_revival();
CREATE TRIGGER no_emptying BEFORE TRUNCATE ON keyring.stream_key
  FOR EACH STATEMENT EXECUTE FUNCTION keyring.refuse_revival();
