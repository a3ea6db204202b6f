-- The goals of programmes, dropped ones included.
CREATE TABLE goal (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  position_first bigint NOT NULL,
  goal text NOT NULL,
  set_on date NOT NULL,
  dropped_because text,
  dropped_on date
);

CREATE INDEX ON goal (programme, position_first);
