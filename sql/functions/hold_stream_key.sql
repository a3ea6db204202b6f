-- Holds the key of a stream as it is until the transaction ends: it is not destroyed meanwhile.
--
-- Runs as its owner: who writes may destroy no key, and so may lock none.
CREATE OR REPLACE FUNCTION hold_stream_key(p_log smallint, p_category text, p_stream uuid)
RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
  SELECT destroyed_at IS NULL FROM keyring.stream_key
  WHERE log_id = p_log AND stream_id = p_stream AND category = p_category FOR SHARE
$$;
