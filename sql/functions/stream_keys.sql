-- The keys of those streams that have one, or had.
--
-- Each is looked up by itself: an early plan, made when there were few keys, would go through all of them for ever.
CREATE OR REPLACE FUNCTION stream_keys(p_log smallint, p_category text[], p_stream uuid[])
RETURNS TABLE (category text, stream_id uuid, wrapped bytea, wrapped_by text)
LANGUAGE plpgsql STABLE
SET enable_seqscan = off
AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
    SELECT n.category, n.stream, k.wrapped, k.wrapped_by
      FROM unnest(p_category, p_stream) AS n(category, stream)
      CROSS JOIN LATERAL (
        SELECT wrapped, wrapped_by FROM keyring.stream_key
         WHERE log_id = p_log AND stream_id = n.stream AND category = n.category LIMIT 1) k;
END $$;
