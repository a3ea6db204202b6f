-- Someone who has a part in the problem that is explored, or in its solution.
CREATE TABLE exploration_party (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  exploration uuid NOT NULL,
  position_first bigint NOT NULL,
  name text NOT NULL,
  role text NOT NULL,
  dropped_because text,
  dropped_on date
);
CREATE INDEX ON exploration_party (exploration);
