-- What indicators measured, and what that was corrected to.
CREATE TABLE measurement (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  indicator uuid NOT NULL,
  position_first bigint NOT NULL,
  measured_first_on date NOT NULL,
  measured_on date NOT NULL,
  measured json NOT NULL,
  source json NOT NULL,
  note text,
  count json,
  corrections json NOT NULL
);

CREATE INDEX ON measurement (programme, measured_on, position_first);
-- What an indicator said last; with since, the index tells by itself what was not yet measured then.
CREATE INDEX ON measurement (indicator, measured_on, position_first, since);
