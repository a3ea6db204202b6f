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
  event json NOT NULL
);

-- The history of one thing.
CREATE INDEX ON history (subject, version);
-- The last changes of an organisation, in all or in one kind of thing.
CREATE INDEX ON history (organisation, key);
CREATE INDEX ON history (organisation, category, key);
-- What changed since a day.
CREATE INDEX ON history (recorded_at);
