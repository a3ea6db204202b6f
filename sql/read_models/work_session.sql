-- The sessions in which people did a step together.
CREATE TABLE work_session (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  position_first bigint NOT NULL,
  step text NOT NULL,
  form text NOT NULL,
  title text NOT NULL,
  held_on date NOT NULL,
  seats json NOT NULL,
  notes text,
  sources json NOT NULL,
  attachments json NOT NULL,
  rounds json NOT NULL,
  concluded_on date
);

CREATE INDEX ON work_session (programme);
