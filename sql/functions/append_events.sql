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
BEGIN
  -- Tried first because that is no statement of its own; it does not push past others who wait.
  IF NOT pg_try_advisory_xact_lock(771, p_log) THEN
    PERFORM pg_advisory_xact_lock(771, p_log);
  END IF;

  SELECT b.last_position, b.chain, b.recorded_at INTO _head, _chain, _recorded_at
    FROM es_batch b WHERE b.log_id = p_log ORDER BY b.last_position DESC LIMIT 1;
  IF NOT FOUND AND NOT EXISTS (SELECT FROM es_log l WHERE l.log_id = p_log) THEN
    RAISE EXCEPTION 'there is no log %', p_log USING ERRCODE = 'foreign_key_violation';
  END IF;
  _head := coalesce(_head, 0);
  -- greatest() passes over the NULL of an empty log.
  _recorded_at := greatest(clock_timestamp(), _recorded_at);

  -- Arrays of numbers and identities are looked into: each that is unnested costs as much as an index
  -- that is written. Those of texts are unnested: to look into one is to pass over all that stands before.
  -- Each command and stream is asked for by its whole key, one after the other. To ask for all of them
  -- together is to let the planner read every command there is, as it does while it knows nothing of the
  -- table yet; that it reads no whole table for one key either is up to the connection (enable_seqscan).
  IF EXISTS (
       SELECT FROM unnest(c_id) AS c(id)
        WHERE (SELECT k.last_position FROM es_command k
                WHERE k.log_id = p_log AND k.command_id = c.id) IS NOT NULL)
    OR EXISTS (
       SELECT FROM unnest(s_stream) WITH ORDINALITY AS s(id, n)
        WHERE s_expected[s.n] <> coalesce((
          SELECT t.version FROM es_stream t
           WHERE t.log_id = p_log AND t.stream_id = s.id AND t.category_id = s_category[s.n]), 0))
  THEN
    RETURN -1;
  END IF;
  IF cardinality(n_scope) > 0 THEN
    IF EXISTS (
      SELECT FROM lost_claims(p_log, n_is_taken, n_scope, n_key, n_category, n_stream))
    THEN
      RETURN -1;
    END IF;
    PERFORM settle_claims(p_log, n_is_taken, n_scope, n_key, n_category, n_stream);
  END IF;

  WITH event AS (
    INSERT INTO es_event (
      log_id, position, recorded_at, category_id, stream_id, version, type_id,
      command_id, correlation_id, actor, data)
    SELECT p_log, _head + e.n, _recorded_at, e_category[e.n], e_stream[e.n], e_version[e.n],
           e_type[e.n], e_command[e.n], e_correlation[e.n], e.actor, e.data::json
      FROM unnest(e_data, e_actor) WITH ORDINALITY AS e(data, actor, n)
  ), stream AS (
    INSERT INTO es_stream AS t (
      log_id, category_id, stream_id, version, first_position, last_position)
    SELECT p_log, s_category[s.n], s.id, s_expected[s.n] + s_count[s.n],
           _head + s_first[s.n], _head + s_first[s.n] + s_count[s.n] - 1
      FROM unnest(s_stream) WITH ORDINALITY AS s(id, n)
    ON CONFLICT (log_id, stream_id, category_id) DO UPDATE
      SET version = excluded.version, last_position = excluded.last_position
  ), command AS (
    INSERT INTO es_command (log_id, command_id, last_position, event_count, digest)
    SELECT p_log, c.id, _head + c_last[c.n], c_count[c.n], c.digest
      FROM unnest(c_id, c_digest) WITH ORDINALITY AS c(id, digest, n)
  )
  INSERT INTO es_batch (log_id, first_position, last_position, recorded_at, root, seal, chain)
  VALUES (
    p_log, _head + 1, _head + cardinality(e_stream), _recorded_at, p_root, p_seal,
    chain_link(_chain, p_root, _recorded_at));
  RETURN _head;
END $$;
