-- The indicators of programmes with every target they had, dropped ones included.
CREATE TABLE indicator (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  position_first bigint NOT NULL,
  title text NOT NULL,
  unit json NOT NULL,
  baseline json,
  source json,
  goal uuid,
  defined_on date NOT NULL,
  aims json NOT NULL,
  counting json,
  dropped_because text,
  dropped_on date
);

CREATE INDEX ON indicator (programme, position_first);
