-- What happened to supervised parties and places, one row an event: those who handle cases see it, whichever programmes they see.
CREATE TABLE entity_history (
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

-- The history of one, and what had happened to it last at a position.
CREATE INDEX ON entity_history (subject, key);
