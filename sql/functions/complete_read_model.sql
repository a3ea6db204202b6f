-- Gives a read model's fresh table its history beside it, and both their guard.
--
-- The table stands in the schema p_schema, made by sql/read_models/<name>.sql.
CREATE OR REPLACE FUNCTION complete_read_model(p_schema text, p_name text, p_audience text) RETURNS void
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM keep_no_statistics_of_words(format('%I.%I', p_schema, p_name)::regclass);
  EXECUTE format('CREATE TABLE %1$I.%2$I (LIKE %1$I.%3$I INCLUDING DEFAULTS INCLUDING GENERATED,
    until bigint NOT NULL, fork bigint NOT NULL)',
    p_schema, p_name || '_superseded', p_name);
  PERFORM keep_no_statistics_of_words(format('%I.%I', p_schema, p_name || '_superseded')::regclass);
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO koers_writer, koers_web, koers_guest, koers_door', p_schema);
  PERFORM guard_read_model(p_schema, p_name, p_audience);
  PERFORM guard_read_model(p_schema, p_name || '_superseded', p_audience);
END $$;
