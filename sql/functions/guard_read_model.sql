-- Says who may do what with one table of a read model, whose rows are for the eyes of p_audience.
--
-- In a sub-select the viewer is read once for a query, not once for a row. Who sees the whole organisation reads as
-- koers_web and who sees some programmes as koers_guest, so that each has a condition that an index answers.
CREATE OR REPLACE FUNCTION guard_read_model(p_schema text, p_table text, p_audience text) RETURNS void
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  _ours CONSTANT text := 'organisation = (SELECT viewer_organisation()) AND confidentiality <= (SELECT viewer_clearance())';
  _handled CONSTANT text := 'organisation = (SELECT viewer_organisation())
    AND (confidentiality <= (SELECT viewer_clearance()) OR handlers @> ARRAY[(SELECT viewer_person())])';
  _policy text;
BEGIN
  EXECUTE format('ALTER TABLE %I.%I ENABLE ROW LEVEL SECURITY', p_schema, p_table);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I.%I TO koers_writer', p_schema, p_table);
  EXECUTE format('GRANT SELECT ON %I.%I TO koers_web, koers_guest', p_schema, p_table);
  FOREACH _policy IN ARRAY ARRAY['projected', 'viewed', 'visited', 'kept_at_the_door'] LOOP
    EXECUTE format('DROP POLICY IF EXISTS %I ON %I.%I', _policy, p_schema, p_table);
  END LOOP;
  EXECUTE format('CREATE POLICY projected ON %I.%I TO koers_writer USING (true)', p_schema, p_table);
  CASE p_audience
    WHEN 'work' THEN
      EXECUTE format('CREATE POLICY viewed ON %I.%I FOR SELECT TO koers_web USING (%s
        AND (SELECT viewer_sees_organisation()))', p_schema, p_table, _ours);
      EXECUTE format('CREATE POLICY visited ON %I.%I FOR SELECT TO koers_guest USING (%s
        AND programme = ANY ((SELECT viewer_programmes())::uuid[]))', p_schema, p_table, _ours);
    WHEN 'cases' THEN
      IF p_table LIKE '%\_superseded' THEN
        -- What a case was, is seen by whoever sees it today: its circle may have been closed since.
        EXECUTE format('CREATE POLICY viewed ON %I.%I FOR SELECT TO koers_web, koers_guest
          USING (organisation = (SELECT viewer_organisation()) AND viewer_sees_case(key))', p_schema, p_table);
        RETURN;
      END IF;
      -- Of a case whose circle is closed, those see it who handle it, and nobody else.
      EXECUTE format('CREATE POLICY viewed ON %I.%I FOR SELECT TO koers_web USING (%s
        AND (SELECT viewer_sees_organisation()))', p_schema, p_table, _handled);
      EXECUTE format('CREATE POLICY visited ON %I.%I FOR SELECT TO koers_guest USING (%s
        AND programme = ANY ((SELECT viewer_programmes())::uuid[]))', p_schema, p_table, _handled);
    WHEN 'caseParts' THEN
      -- Of the history, its subject is the case; of other parts, a column says whose they are.
      EXECUTE format('CREATE POLICY viewed ON %I.%I FOR SELECT TO koers_web, koers_guest
        USING (organisation = (SELECT viewer_organisation()) AND viewer_sees_case(%I))', p_schema, p_table,
        CASE WHEN p_table LIKE 'case\_history%' THEN 'subject' ELSE 'case_file' END);
    WHEN 'records' THEN
      -- Whoever keeps the records sees of every case how long it is kept, though nothing else of it.
      EXECUTE format('CREATE POLICY viewed ON %I.%I FOR SELECT TO koers_web, koers_guest
        USING (organisation = (SELECT viewer_organisation())
          AND ((SELECT viewer_serves(%L)) OR viewer_sees_case(case_file)))', p_schema, p_table, p_audience);
    WHEN 'inspection' THEN
      -- It belongs to no programme, so that who handles cases in one of them sees all of it.
      EXECUTE format('CREATE POLICY viewed ON %I.%I FOR SELECT TO koers_web USING (%s
        AND (SELECT viewer_sees_organisation()))', p_schema, p_table, _ours);
      EXECUTE format('CREATE POLICY visited ON %I.%I FOR SELECT TO koers_guest USING (%s
        AND (SELECT viewer_serves(%L)))', p_schema, p_table, _ours, p_audience);
    WHEN 'everyone' THEN
      EXECUTE format('CREATE POLICY viewed ON %I.%I FOR SELECT TO koers_web, koers_guest USING (%s)', p_schema, p_table, _ours);
    WHEN 'people', 'privacy' THEN
      EXECUTE format('CREATE POLICY viewed ON %I.%I FOR SELECT TO koers_web, koers_guest USING (%s
        AND (SELECT viewer_serves(%L)))', p_schema, p_table, _ours, p_audience);
      IF p_audience = 'people' THEN
        -- Whoever comes in is held against every account, before anybody is a viewer.
        EXECUTE format('GRANT SELECT ON %I.%I TO koers_door', p_schema, p_table);
        EXECUTE format('CREATE POLICY kept_at_the_door ON %I.%I FOR SELECT TO koers_door USING (true)', p_schema, p_table);
      END IF;
  END CASE;
END $$;
