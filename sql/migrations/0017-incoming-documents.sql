-- Contents of documents on their way in, in parts of at most 256 KiB, before it is known whether they are taken.
--
-- Nothing of it has to outlive a crash of the server, so it goes past the write-ahead log: no standby and no base backup has it.
CREATE UNLOGGED TABLE documents.incoming (
  -- Whose parts they are; nothing else in the database names it.
  content uuid NOT NULL,
  -- From 0 on.
  number int NOT NULL,
  log_id smallint NOT NULL,
  -- Nonce, ciphertext and tag of AES-256-GCM under a key that is in the memory of one program alone.
  closed bytea NOT NULL,
  came_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (content, number)
);

-- What was left behind is found by its age.
CREATE INDEX incoming_came_at ON documents.incoming (came_at);

-- As in documents.chunk.
ALTER TABLE documents.incoming ALTER COLUMN closed SET STORAGE EXTERNAL;
ALTER TABLE documents.incoming ALTER COLUMN closed SET STATISTICS 0;
