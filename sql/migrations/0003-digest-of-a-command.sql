-- What was asked and by whom, so that an identity used again for something else is noticed; commands
-- from before have none.
ALTER TABLE es_command ADD COLUMN digest bytea;
