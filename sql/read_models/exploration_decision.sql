-- A decision as it was proposed, and what became of it.
CREATE TABLE exploration_decision (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  exploration uuid NOT NULL,
  position_first bigint NOT NULL,
  proposal json NOT NULL,
  proposed_on date NOT NULL,
  fate text NOT NULL,
  fate_on date,
  -- What the one who decided said, with the dissent.
  ruling json,
  withdrawn_by text,
  withdrawn_because text
);
CREATE INDEX ON exploration_decision (exploration);
