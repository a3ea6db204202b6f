-- Every batch looked its log up, and locked its row, to learn what cannot change: append_events asks
-- once, for the first batch of a log, and a log that was made is never taken away.
ALTER TABLE es_batch DROP CONSTRAINT es_batch_log_id_fkey;

CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON es_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_change();
