-- Makes the key and the indexes that unindex_read_model took off a read model's table, and those of its
-- history: by key, by where the positions between which a row was true hang, and as the live table is
-- indexed.
CREATE OR REPLACE FUNCTION index_read_model(p_schema text, p_name text, p_definitions text[])
RETURNS void
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  _live text := format('%I.%I', p_schema, p_name);
  _history text := format('%I.%I', p_schema, p_name || '_superseded');
  _definition text;
BEGIN
  FOREACH _definition IN ARRAY p_definitions LOOP
    EXECUTE _definition;
  END LOOP;
  EXECUTE format('CREATE UNIQUE INDEX ON %s (key, since)', _history);
  EXECUTE format('CREATE INDEX ON %s (fork)', _history);
  FOR _definition IN
    SELECT pg_get_indexdef(indexrelid) FROM pg_index
     WHERE indrelid = _live::regclass AND NOT indisunique
  LOOP
    EXECUTE format(
      'CREATE INDEX ON %s USING %s', _history, split_part(_definition, ' USING ', 2));
  END LOOP;
  EXECUTE format('ANALYZE %s', _live);
  EXECUTE format('ANALYZE %s', _history);
END $$;
