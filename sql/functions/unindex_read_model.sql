-- Takes the key and the indexes off a read model's fresh table, so that rows can be copied in as they
-- are; answers how to make them again.
CREATE OR REPLACE FUNCTION unindex_read_model(p_schema text, p_name text) RETURNS text[]
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  _name text := format('%I.%I', p_schema, p_name);
  _table regclass := _name::regclass;
  _definitions text[];
  _part record;
BEGIN
  SELECT array_agg(d.definition ORDER BY d.definition) INTO _definitions FROM (
    SELECT format('ALTER TABLE %s ADD %s', _name, pg_get_constraintdef(oid)) AS definition
      FROM pg_constraint WHERE conrelid = _table AND contype IN ('p', 'u')
    UNION ALL
    SELECT pg_get_indexdef(indexrelid) FROM pg_index i WHERE indrelid = _table
      AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.indexrelid)) AS d;
  FOR _part IN
    SELECT conname FROM pg_constraint WHERE conrelid = _table AND contype IN ('p', 'u')
  LOOP
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', _name, _part.conname);
  END LOOP;
  FOR _part IN SELECT indexrelid::regclass AS name FROM pg_index WHERE indrelid = _table LOOP
    EXECUTE format('DROP INDEX %s', _part.name);
  END LOOP;
  RETURN coalesce(_definitions, '{}');
END $$;
