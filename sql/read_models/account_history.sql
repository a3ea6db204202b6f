-- What happened to accounts, one row an event, apart from the history of the work.
CREATE TABLE account_history (
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

-- The history of one account.
CREATE INDEX ON account_history (subject, version);
