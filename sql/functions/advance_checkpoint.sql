-- Moves a checkpoint on, in the transaction that writes the rows; refuses when another was first.
CREATE OR REPLACE FUNCTION advance_checkpoint(
  p_log smallint, p_projection text, p_generation bigint, p_from bigint, p_to bigint, p_fence bigint)
RETURNS void
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  -- Never waits: this runs on a connection that others share. A rebuild that holds the checkpoint
  -- lets it go soon.
  PERFORM FROM es_checkpoint
    WHERE log_id = p_log AND projection = p_projection AND generation = p_generation
    FOR UPDATE NOWAIT;
  UPDATE es_checkpoint SET position = p_to
   WHERE log_id = p_log AND projection = p_projection AND generation = p_generation
     AND position = p_from AND fence = p_fence;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the checkpoint of % is not ours to move from %', p_projection, p_from
      USING ERRCODE = 'KO002';
  END IF;
END $$;
