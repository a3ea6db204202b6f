-- Keeps PostgreSQL from counting what people wrote in a table of a read model.
--
-- The planner guesses how many rows a condition leaves from the values of all rows, and EXPLAIN tells its
-- guess to who may see none of them: whether any title begins with a word could be asked that way. The
-- keys and the words in which work is sorted stay counted: plans rest on them.
CREATE OR REPLACE FUNCTION keep_no_statistics_of_words(p_table regclass) RETURNS void
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  _column text;
BEGIN
  FOR _column IN
    SELECT attname FROM pg_attribute
     WHERE attrelid = p_table AND attnum > 0 AND NOT attisdropped
       AND atttypid IN ('text'::regtype, 'text[]'::regtype, 'tsvector'::regtype)
       AND attname NOT IN ('key', 'organisation', 'category', 'status')
  LOOP
    EXECUTE format('ALTER TABLE %s ALTER COLUMN %I SET STATISTICS 0', p_table, _column);
  END LOOP;
END $$;
