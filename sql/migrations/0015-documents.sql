-- The contents of documents that people add. They have a schema of their own, so that they can be backed up apart from
-- the log, or make room for a store of objects.

CREATE SCHEMA documents;

-- A part of a content, of at most 256 KiB. A content lies here once for each stream that has it.
CREATE TABLE documents.chunk (
  log_id smallint NOT NULL,
  -- In words, as in keyring.stream_key.
  category text NOT NULL,
  stream_id uuid NOT NULL,
  -- What the content is known by: a digest of its SHA-256 under a key made of the stream's, so that without that key
  -- nobody can test a guess at what lies here.
  content bytea NOT NULL,
  -- From 0 on.
  number int NOT NULL,
  -- Whether no other part follows. That, the stream, the SHA-256 and the number are bound to what is closed.
  is_last boolean NOT NULL,
  -- Nonce, ciphertext and tag of AES-256-GCM under the stream's key.
  closed bytea NOT NULL,
  kept_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (log_id, stream_id, category, content, number)
);

-- Ciphertext does not get shorter by compressing it, and says nothing to a planner.
ALTER TABLE documents.chunk ALTER COLUMN closed SET STORAGE EXTERNAL;
ALTER TABLE documents.chunk ALTER COLUMN closed SET STATISTICS 0, ALTER COLUMN content SET STATISTICS 0;
