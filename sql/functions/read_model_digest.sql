-- A count and an order-free checksum of a read model's live and superseded rows, to compare two
-- generations of it.
CREATE OR REPLACE FUNCTION read_model_digest(p_schema text, p_name text) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
  _digest text := '';
  _table text;
  _part text;
BEGIN
  FOREACH _table IN ARRAY ARRAY[p_name, p_name || '_superseded'] LOOP
    EXECUTE format('SELECT count(*) || '':'' || coalesce(sum(hashtextextended(t::text, 0)), 0)
      FROM %I.%I t', p_schema, _table) INTO _part;
    _digest := _digest || _part || ' ';
  END LOOP;
  RETURN rtrim(_digest);
END $$;
