-- Makes the partition that holds p_position and the one after it, when they are missing.
--
-- Runs with the owner's rights: the writer may ask for a partition but not make tables. Attaching
-- takes a weaker lock than CREATE … PARTITION OF, so appends go on meanwhile.
CREATE OR REPLACE FUNCTION make_event_partitions(p_position bigint, p_size bigint DEFAULT 10000000)
RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  _number bigint;
  _name text;
  _made int := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(772, 0);
  FOR _number IN SELECT generate_series(p_position / p_size, p_position / p_size + 1) LOOP
    _name := format('es_event_%s', _number);
    CONTINUE WHEN to_regclass(_name) IS NOT NULL;
    EXECUTE format('CREATE TABLE %I (LIKE es_event INCLUDING ALL)', _name);
    EXECUTE format('ALTER TABLE es_event ATTACH PARTITION %I FOR VALUES FROM (%s) TO (%s)',
      _name, _number * p_size, (_number + 1) * p_size);
    -- The parent's statement trigger does not fire for a change made to the partition itself.
    EXECUTE format('CREATE TRIGGER append_only_partition BEFORE UPDATE OR DELETE OR TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_change()', _name);
    _made := _made + 1;
  END LOOP;
  RETURN _made;
END $$;

SELECT make_event_partitions(coalesce(max(last_position), 0)) FROM es_batch;
