-- Gives every name a number, for ever.
CREATE OR REPLACE FUNCTION intern_categories(p_names text[]) RETURNS void
LANGUAGE sql VOLATILE AS $$
  INSERT INTO es_category (name)
  SELECT n FROM unnest(p_names) AS n WHERE n NOT IN (SELECT name FROM es_category)
  ON CONFLICT DO NOTHING
$$;
