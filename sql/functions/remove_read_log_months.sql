-- Takes away the months of the read log whose time is over at p_now, and writes down that it did.
--
-- Runs with the owner's rights, and gives up rather than hold up who adds lines: the next call tries again. How long a month
-- stays is what the owner said, by the clock of the server: nobody hurries it by naming a later moment. While the owner has
-- said nothing, all of it stays.
CREATE OR REPLACE FUNCTION remove_read_log_months(p_now timestamptz)
RETURNS SETOF read_log_removal
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '2s' AS $$
DECLARE
  _now CONSTANT timestamptz := least(p_now, clock_timestamp());
  _before CONSTANT timestamptz := _now - (SELECT days FROM read_log_retention) * interval '24 hours';
  _name text;
  _month timestamp;
  _removal read_log_removal;
BEGIN
  IF _before IS NULL THEN
    RETURN;
  END IF;
  PERFORM pg_advisory_xact_lock(772, 1);
  FOR _name IN SELECT relname FROM pg_inherits JOIN pg_class ON oid = inhrelid
      WHERE inhparent = 'read_log'::regclass ORDER BY relname LOOP
    _month := to_timestamp(substr(_name, length('read_log_') + 1), 'YYYY_MM')::timestamp;
    CONTINUE WHEN (_month + interval '1 month') AT TIME ZONE 'UTC' > _before;
    EXECUTE format('SELECT $1::date, count(*), $2 FROM %I', _name) INTO _removal USING _month, _now;
    EXECUTE format('DROP TABLE %I', _name);
    -- A clock that was wrong can have filled a month anew that was taken away before.
    INSERT INTO read_log_removal SELECT _removal.* ON CONFLICT DO NOTHING;
    RETURN NEXT _removal;
  END LOOP;
END $$;
