-- Which of the claims cannot be had: the number of each, and who holds the name.
--
-- Claims are weighed one after another, as their commands made them: a name given back by one act is
-- free for the next. The caller sees to it that no two commands of one call name the same name.
CREATE OR REPLACE FUNCTION lost_claims(
  p_log smallint,
  p_is_taken bool[], p_scope text[], p_key text[], p_category bigint[], p_stream uuid[])
RETURNS TABLE (claim bigint, holder uuid)
LANGUAGE plpgsql STABLE AS $$
DECLARE
  _act record;
  _name text;
  _self text;
  _holders jsonb;
BEGIN
  -- One by one, by the whole key, as in append_events.
  SELECT coalesce(jsonb_object_agg(h.scope || E'\x1f' || h.key, h.stream_id || ' ' || h.category_id), '{}')
    INTO _holders
    FROM unnest(p_scope, p_key) AS n(scope, key)
    CROSS JOIN LATERAL (
      SELECT * FROM es_claim h
       WHERE h.log_id = p_log AND h.scope = n.scope AND h.key = n.key LIMIT 1) h;
  FOR _act IN
    SELECT * FROM unnest(p_is_taken, p_scope, p_key, p_category, p_stream) WITH ORDINALITY
      AS a(is_taken, scope, key, category, stream, number)
  LOOP
    _name := _act.scope || E'\x1f' || _act.key;
    _self := _act.stream || ' ' || _act.category;
    IF _act.is_taken AND _holders ->> _name <> _self THEN
      claim := _act.number;
      holder := split_part(_holders ->> _name, ' ', 1)::uuid;
      RETURN NEXT;
    ELSIF _act.is_taken THEN
      _holders := _holders || jsonb_build_object(_name, _self);
    ELSIF _holders ->> _name = _self THEN
      _holders := _holders - _name;
    END IF;
  END LOOP;
END $$;
