-- The streams that the read models shown have left, and why: for the pages of whoever watches over the
-- system. Names no person and holds nothing of an event.
CREATE OR REPLACE VIEW parked_stream WITH (security_barrier) AS
SELECT p.projection, c.name AS category, p.stream_id, p.position, p.reason, p.parked_at
  FROM es_parked p
  JOIN es_category c USING (category_id)
  JOIN es_read_model m
    ON m.log_id = p.log_id AND m.name = p.projection AND m.generation = p.generation
  JOIN es_log l ON l.log_id = p.log_id
 WHERE l.organisation = (SELECT viewer_organisation())
   AND (SELECT viewer_serves('operations'));
