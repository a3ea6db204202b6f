-- Something that was found out in an exploration, and where.
CREATE TABLE exploration_finding (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  exploration uuid NOT NULL,
  position_first bigint NOT NULL,
  text text NOT NULL,
  source json NOT NULL,
  recorded_on date NOT NULL,
  recorded_by text,
  dropped_because text,
  dropped_on date
);
CREATE INDEX ON exploration_finding (exploration);
