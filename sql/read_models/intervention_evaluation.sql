-- Every version of interventions' evaluations; the key is the position at which it was written.
CREATE TABLE intervention_evaluation (
  key bigint PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  intervention uuid NOT NULL,
  evaluation json NOT NULL,
  -- For the results of a type of intervention.
  outcome text NOT NULL,
  confidence text NOT NULL,
  written_on date NOT NULL,
  revised_because text
);

CREATE INDEX ON intervention_evaluation (programme, key);
CREATE INDEX ON intervention_evaluation (intervention, key);
