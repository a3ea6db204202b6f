-- Every estimate of the damage that a programme's problem does; the last one that stands counts.
CREATE TABLE damage_estimate (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  position_first bigint NOT NULL,
  low_cents bigint NOT NULL,
  high_cents bigint NOT NULL,
  span text NOT NULL,
  about_year int,
  source json NOT NULL,
  certainty text NOT NULL,
  note text,
  estimated_on date NOT NULL,
  dropped_because text,
  dropped_on date
);

CREATE INDEX ON damage_estimate (programme, estimated_on);
