-- Makes the partition of the read log for the month (UTC) of p_moment, when it is missing.
--
-- Runs with the owner's rights: who adds lines may ask for a partition but not make tables.
CREATE OR REPLACE FUNCTION make_read_log_month(p_moment timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  _month CONSTANT timestamp := date_trunc('month', p_moment AT TIME ZONE 'UTC');
  _name CONSTANT text := format('read_log_%s', to_char(_month, 'YYYY_MM'));
BEGIN
  PERFORM pg_advisory_xact_lock(772, 1);
  IF to_regclass(_name) IS NOT NULL THEN
    RETURN;
  END IF;
  EXECUTE format('CREATE TABLE %I (LIKE read_log INCLUDING ALL)', _name);
  EXECUTE format('ALTER TABLE read_log ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', _name,
    _month AT TIME ZONE 'UTC', (_month + interval '1 month') AT TIME ZONE 'UTC');
  -- The parent's statement trigger does not fire for a change made to the partition itself.
  EXECUTE format('CREATE TRIGGER append_only_partition BEFORE UPDATE OR DELETE OR TRUNCATE ON %I
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_change()', _name);
END $$;
