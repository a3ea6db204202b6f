-- Indexes the history of a read model, after its rows have been copied in: by key, by the positions
-- between which a row was true, and as the live table is indexed.
CREATE OR REPLACE FUNCTION index_superseded(p_schema text, p_name text) RETURNS void
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  _history text := format('%I.%I', p_schema, p_name || '_superseded');
  _index record;
BEGIN
  EXECUTE format('CREATE UNIQUE INDEX ON %s (key, since)', _history);
  EXECUTE format('CREATE INDEX ON %s USING gist (int8range(since, until))', _history);
  FOR _index IN
    SELECT pg_get_indexdef(i.indexrelid) AS definition
      FROM pg_index i
     WHERE i.indrelid = format('%I.%I', p_schema, p_name)::regclass AND NOT i.indisunique
  LOOP
    EXECUTE 'CREATE INDEX ON ' || _history || ' USING '
      || split_part(_index.definition, ' USING ', 2);
  END LOOP;
  EXECUTE format('ANALYZE %I.%I', p_schema, p_name);
  EXECUTE format('ANALYZE %s', _history);
END $$;
