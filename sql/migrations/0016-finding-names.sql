-- Names are found without their accents, with slips of the pen and by how they sound.
--
-- All three come with PostgreSQL and are trusted extensions: whoever may create in the database may create them.
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
