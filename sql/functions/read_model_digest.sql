-- A count and an order-free checksum of a read model's live and superseded rows, to compare two
-- generations of it.
CREATE OR REPLACE FUNCTION read_model_digest(p_schema text, p_name text) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
  _digest text := '';
  _table text;
  _columns text;
  _part text;
BEGIN
  FOREACH _table IN ARRAY ARRAY[p_name, p_name || '_superseded'] LOOP
    -- The columns as they are: writing a row as text takes four times as long. JSON alone has no hash. What is
    -- generated follows from the others.
    SELECT string_agg(
        format(CASE WHEN atttypid = 'json'::regtype THEN '%I::text' ELSE '%I' END, attname), ', '
        ORDER BY attnum)
      INTO _columns
      FROM pg_attribute
     WHERE attrelid = format('%I.%I', p_schema, _table)::regclass AND attnum > 0 AND NOT attisdropped
       AND attgenerated = '';
    EXECUTE format('SELECT count(*) || '':'' || coalesce(sum(hash_record_extended(ROW(%s), 0)), 0)
      FROM %I.%I', _columns, p_schema, _table) INTO _part;
    _digest := _digest || _part || ' ';
  END LOOP;
  RETURN rtrim(_digest);
END $$;
