-- The keys of streams that are written to: those they have, or else those given.
--
-- Not waited for on disk: the append that uses a new key commits after this one, is waited for, and with it every commit
-- before it.
CREATE OR REPLACE FUNCTION take_stream_keys(
  p_log smallint, p_category text[], p_stream uuid[], p_wrapped bytea[], p_wrapped_by text)
RETURNS TABLE (category text, stream_id uuid, wrapped bytea, wrapped_by text)
LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
BEGIN
  PERFORM set_config('synchronous_commit', 'off', true);
  INSERT INTO keyring.stream_key AS k (log_id, category, stream_id, wrapped, wrapped_by)
  SELECT p_log, n.category, n.stream, n.wrapped, p_wrapped_by
    FROM unnest(p_category, p_stream, p_wrapped) AS n(category, stream, wrapped)
   WHERE NOT EXISTS (
     SELECT FROM keyring.stream_key k
      WHERE k.log_id = p_log AND k.stream_id = n.stream AND k.category = n.category)
   -- In one order everywhere, so that two nodes do not wait for each other.
   ORDER BY n.stream, n.category
  ON CONFLICT (log_id, stream_id, category) DO NOTHING;
  RETURN QUERY
    SELECT k.category, k.stream_id, k.wrapped, k.wrapped_by
      FROM unnest(p_category, p_stream) AS n(category, stream)
      JOIN keyring.stream_key k
        ON k.log_id = p_log AND k.stream_id = n.stream AND k.category = n.category;
END $$;
