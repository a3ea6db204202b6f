-- After append_events answered -1: which commands cannot be written, and why. One row is enough for a
-- command to leave the batch; a command that was carried out before has no other.
--
--   repeated  last_position and event_count are its first answer
--   reused    its identity was used before, for something else or by someone else
--   conflict  slice is not at the expected version but at actual
--   taken     claim is held by holder
CREATE OR REPLACE FUNCTION append_verdicts(
  p_log smallint,
  c_id uuid[], c_digest bytea[],
  s_command bigint[], s_category bigint[], s_stream uuid[], s_expected bigint[],
  n_command bigint[], n_is_taken bool[], n_scope text[], n_key text[], n_category bigint[],
  n_stream uuid[])
RETURNS TABLE (
  command bigint, verdict text, last_position bigint, event_count bigint,
  slice bigint, actual bigint, claim bigint, holder uuid)
LANGUAGE sql STABLE AS $$
  -- Rows are asked for one by one, by their whole key, as in append_events; LIMIT keeps the planner from
  -- joining the tables instead.
  WITH repeated AS (
    SELECT c.number, k.last_position, k.event_count,
           CASE WHEN k.digest <> c.digest THEN 'reused' ELSE 'repeated' END AS verdict
      FROM unnest(c_id, c_digest) WITH ORDINALITY AS c(id, digest, number)
      CROSS JOIN LATERAL (
        SELECT * FROM es_command k WHERE k.log_id = p_log AND k.command_id = c.id LIMIT 1) k)
  SELECT r.number, r.verdict, r.last_position, r.event_count, NULL::bigint, NULL::bigint, NULL::bigint,
         NULL::uuid
    FROM repeated r
  UNION ALL
  SELECT s.command, 'conflict', NULL, NULL, s.number, coalesce(t.version, 0), NULL, NULL
    FROM unnest(s_command, s_category, s_stream, s_expected) WITH ORDINALITY
      AS s(command, category, id, expected, number)
    LEFT JOIN LATERAL (
      SELECT t.version FROM es_stream t
       WHERE t.log_id = p_log AND t.stream_id = s.id AND t.category_id = s.category LIMIT 1) t ON true
   WHERE coalesce(t.version, 0) <> s.expected
     AND s.command NOT IN (SELECT number FROM repeated)
  UNION ALL
  SELECT n.command, 'taken', NULL, NULL, NULL, NULL, l.claim, l.holder
    FROM (
      SELECT DISTINCT command FROM unnest(n_command) AS u(command)
       WHERE command NOT IN (SELECT number FROM repeated)) n
    CROSS JOIN LATERAL (
      -- Each command is weighed by itself: two that want one name are settled by who goes first.
      SELECT m.numbers[w.claim] AS claim, w.holder
        FROM (
          SELECT array_agg(number ORDER BY number) AS numbers,
                 array_agg(is_taken ORDER BY number) AS is_taken,
                 array_agg(scope ORDER BY number) AS scope,
                 array_agg(key ORDER BY number) AS key,
                 array_agg(category ORDER BY number) AS category,
                 array_agg(stream ORDER BY number) AS stream
            FROM unnest(n_command, n_is_taken, n_scope, n_key, n_category, n_stream) WITH ORDINALITY
              AS a(command, is_taken, scope, key, category, stream, number)
           WHERE a.command = n.command) m
        CROSS JOIN LATERAL
          lost_claims(p_log, m.is_taken, m.scope, m.key, m.category, m.stream) w) l
$$;
