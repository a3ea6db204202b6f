-- Takes away the months of the read log that ended at p_before or earlier, and writes down that it did.
--
-- Runs with the owner's rights, and gives up rather than hold up who adds lines: the next call tries again.
CREATE OR REPLACE FUNCTION remove_read_log_months(p_before timestamptz, p_now timestamptz)
RETURNS SETOF read_log_removal
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '2s' AS $$
DECLARE
  _name text;
  _month timestamp;
  _removal read_log_removal;
BEGIN
  PERFORM pg_advisory_xact_lock(772, 1);
  FOR _name IN SELECT relname FROM pg_inherits JOIN pg_class ON oid = inhrelid
      WHERE inhparent = 'read_log'::regclass ORDER BY relname LOOP
    _month := to_timestamp(substr(_name, length('read_log_') + 1), 'YYYY_MM')::timestamp;
    CONTINUE WHEN (_month + interval '1 month') AT TIME ZONE 'UTC' > p_before;
    EXECUTE format('SELECT $1::date, count(*), $2 FROM %I', _name) INTO _removal USING _month, p_now;
    EXECUTE format('DROP TABLE %I', _name);
    -- A clock that was wrong can have filled a month anew that was taken away before.
    INSERT INTO read_log_removal SELECT _removal.* ON CONFLICT DO NOTHING;
    RETURN NEXT _removal;
  END LOOP;
END $$;
