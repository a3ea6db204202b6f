-- Links by which those who were supervised look back on it without an account. None of it is an event: it is secret, and
-- it ends.

CREATE TABLE survey_link (
  -- SHA-256 of what is in the link, in base64url.
  digest text PRIMARY KEY,
  -- Names it to the read log, which never knows what is in it.
  id uuid NOT NULL UNIQUE,
  organisation text NOT NULL,
  case_file uuid NOT NULL,
  -- A new one ends the former.
  survey uuid NOT NULL UNIQUE,
  -- All that it shows of the case: the day of the visit; null when it asks about the whole.
  visited_on date,
  expires_at timestamptz NOT NULL,
  -- From then on it only thanks.
  replied_at timestamptz
);

ALTER TABLE survey_link
  ALTER COLUMN digest SET STATISTICS 0, ALTER COLUMN organisation SET STATISTICS 0;
