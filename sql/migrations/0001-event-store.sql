-- The log of everything that happened, and what the store keeps beside it.
--
-- log_id leads every key, so that logs can later be spread over machines by it.

-- One row for each totally ordered log; never updated by an append.
CREATE TABLE es_log (
  log_id smallint PRIMARY KEY,
  name text NOT NULL UNIQUE
);

INSERT INTO es_log (log_id, name) VALUES (1, 'main');

-- Dictionaries: a few bytes per event in place of a name. A node keeps them in memory.
CREATE TABLE es_category (
  category_id smallint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE
);

CREATE TABLE es_event_type (
  type_id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  schema int NOT NULL,
  UNIQUE (name, schema)
);

-- One row for each commit: the head of the log, the index from moment to position, and the chain.
-- Insert only, so no row is hot.
CREATE TABLE es_batch (
  log_id smallint NOT NULL REFERENCES es_log,
  first_position bigint NOT NULL,
  last_position bigint NOT NULL,
  -- Never before the batch above it, even when the clock was set back.
  recorded_at timestamptz NOT NULL,
  -- The Merkle root (RFC 9162) of the batch's events, computed by the application.
  root bytea NOT NULL,
  -- sha256(chain of the batch before || root || recorded_at).
  chain bytea NOT NULL,
  PRIMARY KEY (log_id, last_position),
  CHECK (first_position BETWEEN 1 AND last_position)
);

CREATE INDEX es_batch_moment ON es_batch (log_id, recorded_at);

-- Positions are 1, 2, 3, … per log; their order is the order of commit and of becoming visible.
-- Columns stand in the order that wastes no padding.
CREATE TABLE es_event (
  position bigint NOT NULL,
  recorded_at timestamptz NOT NULL,
  version int NOT NULL,
  type_id int NOT NULL,
  log_id smallint NOT NULL,
  category_id smallint NOT NULL,
  stream_id uuid NOT NULL,
  command_id uuid NOT NULL,
  correlation_id uuid,
  actor text NOT NULL,
  -- json, not jsonb: nobody asks inside, and the stored bytes are the sealed bytes.
  data json NOT NULL,
  PRIMARY KEY (log_id, position)
) PARTITION BY RANGE (position);

-- Uniqueness of versions is the business of es_stream: a partitioned index cannot promise it.
CREATE INDEX es_event_stream ON es_event (log_id, stream_id, version);

-- The one authority on a stream's version; its positions also prune partitions when it is read.
CREATE TABLE es_stream (
  log_id smallint NOT NULL,
  category_id smallint NOT NULL,
  stream_id uuid NOT NULL,
  version int NOT NULL,
  first_position bigint NOT NULL,
  last_position bigint NOT NULL,
  PRIMARY KEY (log_id, stream_id, category_id)
) WITH (fillfactor = 80);

-- A command's one answer for ever.
CREATE TABLE es_command (
  log_id smallint NOT NULL,
  command_id uuid NOT NULL,
  last_position bigint NOT NULL,
  event_count int NOT NULL,
  PRIMARY KEY (log_id, command_id)
);

-- Names that at most one stream holds at a time.
CREATE TABLE es_claim (
  log_id smallint NOT NULL,
  scope text NOT NULL,
  key text NOT NULL,
  category_id smallint NOT NULL,
  stream_id uuid NOT NULL,
  PRIMARY KEY (log_id, scope, key)
);

-- Who may project, until when. The fence rises with every change of hands.
CREATE TABLE es_lease (
  log_id smallint NOT NULL,
  name text NOT NULL,
  owner uuid NOT NULL,
  fence bigint NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (log_id, name)
) WITH (fillfactor = 50);

-- Which generation of a read model's tables is shown, and what it was made with.
CREATE TABLE es_read_model (
  log_id smallint NOT NULL,
  name text NOT NULL,
  generation int NOT NULL,
  fingerprint text NOT NULL,
  installed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (log_id, name)
);

-- How far a generation has come; moves in the transaction that writes its rows.
CREATE TABLE es_checkpoint (
  log_id smallint NOT NULL,
  projection text NOT NULL,
  generation int NOT NULL,
  position bigint NOT NULL,
  fence bigint NOT NULL,
  PRIMARY KEY (log_id, projection, generation)
) WITH (fillfactor = 50);

-- Streams that a projection could not take further, from the event that stopped it.
CREATE TABLE es_parked (
  log_id smallint NOT NULL,
  projection text NOT NULL,
  generation int NOT NULL,
  category_id smallint NOT NULL,
  stream_id uuid NOT NULL,
  position bigint NOT NULL,
  reason text NOT NULL,
  parked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (log_id, projection, generation, stream_id, category_id)
);

-- Here and not among the functions: the log is never without its guard.
CREATE FUNCTION refuse_log_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the log is append-only: % on % refused', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'KO001';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON es_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON es_batch
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON es_command
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON es_event_type
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON es_category
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_change();
