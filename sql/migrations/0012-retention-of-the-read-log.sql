-- How long a month of the read log stays is its owner's to say, so that who keeps the log cannot shorten it.

CREATE TABLE read_log_retention (
  -- There is one.
  is_set boolean PRIMARY KEY DEFAULT true CHECK (is_set),
  -- After how many days from its end a month may be taken away.
  days int NOT NULL CHECK (days > 0)
);

ALTER TABLE read_log_retention ENABLE ROW LEVEL SECURITY;

-- Taking months away takes no bound from who asks any more.
DROP FUNCTION IF EXISTS remove_read_log_months(timestamptz, timestamptz);
