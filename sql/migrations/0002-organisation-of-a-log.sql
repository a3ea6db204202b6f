-- Whose log it is, written at the first start: events do not say it, and rows are shown by it.
ALTER TABLE es_log ADD COLUMN organisation text;
