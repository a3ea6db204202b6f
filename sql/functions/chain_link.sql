-- The next link of the hash chain over the batches. The moment is in it: when something was written
-- down is evidence as much as what.
CREATE OR REPLACE FUNCTION chain_link(p_previous bytea, p_root bytea, p_recorded_at timestamptz)
RETURNS bytea
LANGUAGE sql STABLE AS $$
  SELECT sha256(coalesce(p_previous, '\x') || p_root || timestamptz_send(p_recorded_at))
$$;
