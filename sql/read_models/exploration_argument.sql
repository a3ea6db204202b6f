-- Why the subject of an exploration is, or is not, worth a programme.
CREATE TABLE exploration_argument (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  exploration uuid NOT NULL,
  position_first bigint NOT NULL,
  side text NOT NULL,
  text text NOT NULL,
  put_on date NOT NULL,
  put_by text,
  dropped_because text,
  dropped_on date
);
CREATE INDEX ON exploration_argument (exploration);
