-- Gives a read model's fresh table its history beside it, and both their guard.
--
-- The table stands in the schema p_schema, made by sql/read_models/<name>.sql.
CREATE OR REPLACE FUNCTION complete_read_model(p_schema text, p_name text) RETURNS void
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  _table text;
BEGIN
  EXECUTE format('CREATE TABLE %1$I.%2$I (LIKE %1$I.%3$I INCLUDING DEFAULTS INCLUDING GENERATED,
    until bigint NOT NULL, fork bigint NOT NULL)',
    p_schema, p_name || '_superseded', p_name);
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO koers_writer, koers_web', p_schema);
  FOREACH _table IN ARRAY ARRAY[p_name, p_name || '_superseded'] LOOP
    EXECUTE format('ALTER TABLE %I.%I ENABLE ROW LEVEL SECURITY', p_schema, _table);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I.%I TO koers_writer', p_schema, _table);
    EXECUTE format('GRANT SELECT ON %I.%I TO koers_web', p_schema, _table);
    EXECUTE format('CREATE POLICY projected ON %I.%I TO koers_writer USING (true)', p_schema, _table);
    -- In a sub-select the viewer is read once for a query, not once for a row.
    EXECUTE format('CREATE POLICY viewed ON %I.%I FOR SELECT TO koers_web USING (
      organisation = (SELECT viewer_organisation())
      AND confidentiality <= (SELECT viewer_clearance()))', p_schema, _table);
  END LOOP;
END $$;
