-- The partners of programmes, those who left included.
CREATE TABLE partner (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  position_first bigint NOT NULL,
  title text NOT NULL,
  kind text NOT NULL,
  part text,
  involved_on date NOT NULL,
  dropped_because text,
  dropped_on date
);

CREATE INDEX ON partner (programme, position_first);
