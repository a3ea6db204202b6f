-- The keys of streams that are written to: those they have, or else those given.
--
-- A new key is on disk before anything is written under it: were it lost when the server falls over, an append that is sent
-- once more would stand there under a key that nobody has.
CREATE OR REPLACE FUNCTION take_stream_keys(
  p_log smallint, p_category text[], p_stream uuid[], p_wrapped bytea[], p_wrapped_by text)
RETURNS TABLE (category text, stream_id uuid, wrapped bytea, wrapped_by text)
LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
BEGIN
  INSERT INTO keyring.stream_key (log_id, category, stream_id, wrapped, wrapped_by)
  SELECT p_log, n.category, n.stream, n.wrapped, p_wrapped_by
    FROM unnest(p_category, p_stream, p_wrapped) AS n(category, stream, wrapped)
   -- In one order everywhere, so that two nodes do not wait for each other.
   ORDER BY n.stream, n.category
  ON CONFLICT (log_id, stream_id, category) DO NOTHING;
  RETURN QUERY SELECT * FROM stream_keys(p_log, p_category, p_stream);
END $$;
