-- Links by which people without an account take part in a session of the toolbox. None of it is an event: it is secret,
-- and it ends.

CREATE TABLE personal_link (
  -- SHA-256 of what is in the link, in base64url.
  digest text PRIMARY KEY,
  -- Names it to the read log, which never knows what is in it.
  id uuid NOT NULL UNIQUE,
  organisation text NOT NULL,
  programme uuid NOT NULL,
  -- The session of the toolbox.
  work_session uuid NOT NULL,
  participant uuid NOT NULL,
  expires_at timestamptz NOT NULL,
  -- A new one ends the former.
  UNIQUE (programme, work_session, participant)
);

ALTER TABLE personal_link
  ALTER COLUMN digest SET STATISTICS 0, ALTER COLUMN organisation SET STATISTICS 0;
