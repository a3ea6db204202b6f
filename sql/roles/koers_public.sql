-- What pages read as for everybody: it can ask what is published, and see no table at all; taken on by koers_web for a
-- transaction.
DO $$
BEGIN
  CREATE ROLE koers_public NOLOGIN;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

GRANT USAGE ON SCHEMA public TO koers_public;
GRANT EXECUTE ON FUNCTION
  published_texts(text, date, date, uuid, bigint), published_texts_since(text, date, date, uuid, bigint),
  published_text(text, date, uuid) TO koers_public;
