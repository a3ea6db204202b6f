-- Whether a content lies there already; if so, it is as if it was kept now, so that nobody takes it away before the event
-- that will name it. NULL when it does not.
--
-- Runs as its owner: who writes may change no content.
CREATE OR REPLACE FUNCTION hold_content(p_log smallint, p_category text, p_stream uuid, p_content bytea)
RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
  UPDATE documents.chunk SET kept_at = clock_timestamp()
  WHERE log_id = p_log AND stream_id = p_stream AND category = p_category AND content = p_content AND number = 0
  RETURNING true
$$;
