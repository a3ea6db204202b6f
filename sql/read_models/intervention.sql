-- The interventions of programmes: what is meant to be done, and how far it has come.
CREATE TABLE intervention (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  position_first bigint NOT NULL,
  title text NOT NULL,
  owner text,
  period_from date,
  period_to date,
  capacity_hours int,
  unit text,
  target_group uuid,
  expected_effect text,
  goal uuid,
  indicator uuid,
  status text NOT NULL,
  started_on date,
  -- When it was finished or cancelled, and with which result or for which reason.
  over_on date,
  words text
);

CREATE INDEX ON intervention (programme, position_first);
