-- Writes a batch of commands to the log: all of them, or nothing.
--
-- Answers the position of the log's head before the batch, so event i stands at head + i; or -1 when
-- anything conflicts, with nothing written (append_verdicts says what). The caller sees to it that
-- within one call a command, a stream and a claimed name each belong to one command only.
--
--   c_*  commands: identity, index of the last event, number of events, digest of what was asked
--   s_*  slices, one per stream: stream, expected version, index of the first event, number of events
--   e_*  events, in the order in which they will stand
--   n_*  claimed names: taken (or given back), scope, key, stream
CREATE OR REPLACE FUNCTION append_events(
  p_log smallint, p_root bytea, p_seal bigint,
  c_id uuid[], c_last bigint[], c_count bigint[], c_digest bytea[],
  s_category bigint[], s_stream uuid[], s_expected bigint[], s_first bigint[], s_count bigint[],
  e_category bigint[], e_stream uuid[], e_version bigint[], e_type bigint[],
  e_command uuid[], e_correlation uuid[], e_actor text[], e_data text[],
  n_is_taken bool[], n_scope text[], n_key text[], n_category bigint[], n_stream uuid[])
RETURNS bigint
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  _head bigint;
  _chain bytea;
  _recorded_at timestamptz;
  _count bigint := cardinality(e_stream);
BEGIN
  PERFORM pg_advisory_xact_lock(771, p_log);

  SELECT b.last_position, b.chain, b.recorded_at INTO _head, _chain, _recorded_at
    FROM es_batch b WHERE b.log_id = p_log ORDER BY b.last_position DESC LIMIT 1;
  _head := coalesce(_head, 0);
  -- greatest() passes over the NULL of an empty log.
  _recorded_at := greatest(clock_timestamp(), _recorded_at);

  IF EXISTS (
       SELECT FROM es_command k WHERE k.log_id = p_log AND k.command_id = ANY (c_id))
    OR EXISTS (
       SELECT FROM unnest(s_category, s_stream, s_expected) AS s(category, id, expected)
         LEFT JOIN es_stream t
           ON t.log_id = p_log AND t.stream_id = s.id AND t.category_id = s.category
        WHERE coalesce(t.version, 0) <> s.expected)
    OR cardinality(n_scope) > 0 AND EXISTS (
       SELECT FROM lost_claims(p_log, n_is_taken, n_scope, n_key, n_category, n_stream))
  THEN
    RETURN -1;
  END IF;

  INSERT INTO es_event (
    log_id, position, recorded_at, category_id, stream_id, version, type_id,
    command_id, correlation_id, actor, data)
  SELECT p_log, _head + e.number, _recorded_at, e.category, e.stream, e.version, e.type,
         e.command, e.correlation, e.actor, e.data::json
    FROM unnest(
           e_category, e_stream, e_version, e_type, e_command, e_correlation, e_actor, e_data)
         WITH ORDINALITY
      AS e(category, stream, version, type, command, correlation, actor, data, number);

  INSERT INTO es_stream AS t (
    log_id, category_id, stream_id, version, first_position, last_position)
  SELECT p_log, s.category, s.id, s.expected + s.count, _head + s.first, _head + s.first + s.count - 1
    FROM unnest(s_category, s_stream, s_expected, s_first, s_count)
      AS s(category, id, expected, first, count)
  ON CONFLICT (log_id, stream_id, category_id) DO UPDATE
    SET version = excluded.version, last_position = excluded.last_position;

  INSERT INTO es_command (log_id, command_id, last_position, event_count, digest)
  SELECT p_log, c.id, _head + c.last, c.count, c.digest
    FROM unnest(c_id, c_last, c_count, c_digest) AS c(id, last, count, digest);

  IF cardinality(n_scope) > 0 THEN
    PERFORM settle_claims(p_log, n_is_taken, n_scope, n_key, n_category, n_stream);
  END IF;

  INSERT INTO es_batch (log_id, first_position, last_position, recorded_at, root, seal, chain)
  VALUES (
    p_log, _head + 1, _head + _count, _recorded_at, p_root, p_seal,
    chain_link(_chain, p_root, _recorded_at));
  RETURN _head;
END $$;
