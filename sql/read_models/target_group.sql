-- The target groups of programmes, dropped ones included.
CREATE TABLE target_group (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  position_first bigint NOT NULL,
  title text NOT NULL,
  dropped_because text,
  dropped_on date
);

CREATE INDEX ON target_group (programme, position_first);
