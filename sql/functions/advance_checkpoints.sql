-- Moves the checkpoints of some read models on, in the transaction that writes their rows; refuses when
-- another was first at any of them.
CREATE OR REPLACE FUNCTION advance_checkpoints(
  p_log smallint, p_projections text[], p_generations bigint[], p_from bigint, p_to bigint,
  p_fence bigint)
RETURNS void
LANGUAGE plpgsql VOLATILE
-- As good as never waits: this runs on a connection that others share. A rebuild that holds a checkpoint lets it
-- go soon. To lock them first, without waiting at all, would write each of them twice.
SET lock_timeout = '1ms'
AS $$
DECLARE
  _moved bigint;
BEGIN
  UPDATE es_checkpoint c SET position = p_to
    FROM unnest(p_projections, p_generations) AS p (projection, generation)
   WHERE c.log_id = p_log AND c.projection = p.projection AND c.generation = p.generation
     AND c.position = p_from AND c.fence = p_fence;
  GET DIAGNOSTICS _moved = ROW_COUNT;
  IF _moved <> cardinality(p_projections) THEN
    RAISE EXCEPTION 'the checkpoints of % are not all ours to move from %', p_projections, p_from
      USING ERRCODE = 'KO002';
  END IF;
END $$;
