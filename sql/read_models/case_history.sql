-- What happened to cases, one row an event, apart from the history of other work: who sees the case sees it.
CREATE TABLE case_history (
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

-- The history of one case.
CREATE INDEX ON case_history (subject, version);
