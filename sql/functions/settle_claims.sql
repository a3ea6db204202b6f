-- Takes and gives back the names, in order. lost_claims has found that all of them can be had.
CREATE OR REPLACE FUNCTION settle_claims(
  p_log smallint,
  p_is_taken bool[], p_scope text[], p_key text[], p_category bigint[], p_stream uuid[])
RETURNS void
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  _act record;
BEGIN
  FOR _act IN
    SELECT * FROM unnest(p_is_taken, p_scope, p_key, p_category, p_stream)
      AS a(is_taken, scope, key, category, stream)
  LOOP
    IF _act.is_taken THEN
      INSERT INTO es_claim (log_id, scope, key, category_id, stream_id)
      VALUES (p_log, _act.scope, _act.key, _act.category, _act.stream)
      ON CONFLICT DO NOTHING;
    ELSE
      DELETE FROM es_claim
       WHERE log_id = p_log AND scope = _act.scope AND key = _act.key
         AND category_id = _act.category AND stream_id = _act.stream;
    END IF;
  END LOOP;
END $$;
