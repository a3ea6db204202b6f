-- Takes or renews a lease: its fence, or no row while someone else holds it.
CREATE OR REPLACE FUNCTION take_lease(p_log smallint, p_name text, p_owner uuid, p_milliseconds bigint)
RETURNS SETOF bigint
LANGUAGE sql VOLATILE AS $$
  INSERT INTO es_lease AS l (log_id, name, owner, fence, expires_at)
  VALUES (p_log, p_name, p_owner, 1, clock_timestamp() + p_milliseconds * interval '1 millisecond')
  ON CONFLICT (log_id, name) DO UPDATE
    SET owner = excluded.owner,
        expires_at = excluded.expires_at,
        fence = l.fence + (l.owner <> excluded.owner)::int
    WHERE l.owner = excluded.owner OR l.expires_at < clock_timestamp()
  RETURNING fence
$$;
