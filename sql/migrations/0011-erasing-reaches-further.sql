-- What erasing somebody must reach besides the log and the read models.

-- Mail addresses that somebody signed in with before: attempts that failed are counted under them.
ALTER TABLE credential ADD COLUMN former_mails text[] NOT NULL DEFAULT '{}';
