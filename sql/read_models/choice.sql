-- What was chosen for target groups, withdrawn choices included.
CREATE TABLE choice (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  position_first bigint NOT NULL,
  target_group uuid NOT NULL,
  choice json NOT NULL,
  -- For the results of a type of intervention; NULL for nothing and for a partner.
  intervention_type text,
  made_on date NOT NULL,
  intervention uuid,
  dropped_because text,
  dropped_on date
);

CREATE INDEX ON choice (programme);
CREATE INDEX ON choice (intervention_type);
CREATE INDEX ON choice (intervention);
