-- Everything that SQL can find wrong with the log. Any row is an alarm.
CREATE OR REPLACE VIEW log_faults AS
SELECT b.log_id, b.last_position AS position,
       CASE
         WHEN b.first_position <> b.previous_last + 1 THEN 'hole'
         WHEN b.recorded_at < b.previous_moment THEN 'clock'
         ELSE 'chain'
       END AS fault
  FROM (
    SELECT *,
           lag(chain) OVER w AS previous_chain,
           lag(last_position, 1, 0::bigint) OVER w AS previous_last,
           lag(recorded_at, 1, recorded_at) OVER w AS previous_moment
      FROM es_batch
    WINDOW w AS (PARTITION BY log_id ORDER BY last_position)) b
 WHERE b.first_position <> b.previous_last + 1
    OR b.recorded_at < b.previous_moment
    OR b.chain <> chain_link(b.previous_chain, b.root, b.recorded_at)
UNION ALL
SELECT c.log_id, c.last_position, 'command'
  FROM es_command c
  LEFT JOIN LATERAL (
    SELECT count(*) AS count
      FROM es_event e
     WHERE e.log_id = c.log_id AND e.command_id = c.command_id
       AND e.position > c.last_position - c.event_count AND e.position <= c.last_position) e ON true
 WHERE e.count <> c.event_count;
