-- What happened, one row an event: the log as those who may see it read it.
CREATE TABLE history (
  key bigint PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  category text NOT NULL,
  subject uuid NOT NULL,
  version bigint NOT NULL,
  actor text NOT NULL,
  command uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  -- As the event says, where recorded_at is when the log wrote it down.
  happened_on date NOT NULL,
  event json NOT NULL
);

-- The history of one thing, and what had happened to it last at a position.
CREATE INDEX ON history (subject, key);
-- The last changes in one kind of thing; those in all are found by the key.
CREATE INDEX ON history (category, key);
-- What happened in the programmes of who sees some of them only. It holds all that their policy asks, so that
-- their rows are counted and put in order without being read among those of all others.
CREATE INDEX ON history (programme, key) INCLUDE (organisation, confidentiality, category)
  WHERE programme IS NOT NULL;
