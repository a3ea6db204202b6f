-- When an event was first seen to name a content; in its first part alone. What is named once is named for good.
ALTER TABLE documents.chunk ADD COLUMN named_at timestamptz;

-- Of what was not seen to be named, the oldest are looked at first.
CREATE INDEX chunk_kept_at ON documents.chunk (kept_at) WHERE number = 0 AND named_at IS NULL;
