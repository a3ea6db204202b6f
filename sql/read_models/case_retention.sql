-- From when the term of cases runs, what forbids their destruction, and how far that has come. Who keeps the records sees
-- it of every case, so it says nothing of what a case is about.
CREATE TABLE case_retention (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  case_file uuid NOT NULL,
  year int NOT NULL,
  serial int NOT NULL,
  result text,
  closed_on date,
  closing_recorded_at timestamptz,
  held_because text,
  held_on date,
  stage text NOT NULL,
  term json,
  proposed json,
  approved json,
  declined json,
  statement json,
  destroyed_on date
);

CREATE INDEX ON case_retention (case_file);
-- What is kept too long is found by how the case ended and since when.
CREATE INDEX ON case_retention (result, closed_on) WHERE stage <> 'destroyed';
-- And is leafed through by number, as is what was destroyed.
CREATE INDEX ON case_retention (year, serial) WHERE stage <> 'destroyed';
CREATE INDEX ON case_retention (year, serial) WHERE stage = 'destroyed';
CREATE INDEX ON case_retention (stage) WHERE stage <> 'kept';
