-- Who was shown what, when and why, and how many requests each may still make. None of it is an event: it says nothing
-- about the work, and it ends.

-- One answer that was given. Lines are added and never changed; a month's lines are taken away together.
CREATE TABLE read_log (
  read_at timestamptz NOT NULL,
  -- Made by whoever adds the line, so that one that is sent twice stands here once.
  key uuid NOT NULL,
  organisation text NOT NULL,
  person text NOT NULL,
  session uuid NOT NULL,
  -- view, search or export.
  kind text NOT NULL,
  -- The address with its variable parts unnamed.
  route text NOT NULL,
  -- What the address names, when it names something.
  subject_kind text,
  subject uuid,
  -- The right by which it was asked for.
  right_used text NOT NULL,
  -- The emergency access that alone gave that right; NULL when a role did, or nothing.
  emergency uuid,
  -- The day or the position of the log that was looked back to; NULL for now.
  as_of text,
  -- What was answered (RFC 9110).
  status int NOT NULL,
  -- How many rows were shown, where somebody counted.
  row_count bigint,
  PRIMARY KEY (read_at, key)
) PARTITION BY RANGE (read_at);

CREATE INDEX ON read_log (person, read_at);
CREATE INDEX ON read_log (subject, read_at) WHERE subject IS NOT NULL;
CREATE INDEX ON read_log (emergency, read_at) WHERE emergency IS NOT NULL;

ALTER TABLE read_log ENABLE ROW LEVEL SECURITY;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON read_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_change();

-- That a month of it was taken away when its time was over.
CREATE TABLE read_log_removal (
  month date PRIMARY KEY,
  line_count bigint NOT NULL,
  removed_at timestamptz NOT NULL
);

ALTER TABLE read_log_removal ENABLE ROW LEVEL SECURITY;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON read_log_removal
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_change();

-- How many requests an account or an address has left, for every node together. A crash empties it, and all begin anew.
CREATE UNLOGGED TABLE request_allowance (
  subject text PRIMARY KEY,
  requests_left double precision NOT NULL,
  refilled_at timestamptz NOT NULL
);
