-- Gives every event name and schema a number, for ever.
CREATE OR REPLACE FUNCTION intern_event_types(p_names text[], p_schemas bigint[]) RETURNS void
LANGUAGE sql VOLATILE AS $$
  INSERT INTO es_event_type (name, schema)
  SELECT n.name, n.schema FROM unnest(p_names, p_schemas) AS n(name, schema)
   WHERE NOT EXISTS (SELECT FROM es_event_type t WHERE t.name = n.name AND t.schema = n.schema)
  ON CONFLICT DO NOTHING
$$;
