-- What is made known of the results of cases, and how far that came.
CREATE TABLE case_publication (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  case_file uuid NOT NULL,
  position_first bigint NOT NULL,
  standing text NOT NULL,
  put json NOT NULL,
  text json NOT NULL,
  intended_on date NOT NULL,
  hearings json NOT NULL,
  revised_on date,
  view_changed boolean,
  decided_on date,
  -- Of what was decided before that was kept, who recorded it.
  decided_by text,
  agreed_by text,
  agreed_on date,
  made_known_on date,
  published_on date,
  public_until date,
  until_because text,
  stop text,
  stopped_on date,
  dropped_because text,
  dropped_on date
);

CREATE INDEX ON case_publication (case_file);
-- The list for everybody, the last published first.
CREATE INDEX ON case_publication (organisation, published_on, key) WHERE standing = 'published';
