-- One time that somebody opened what is otherwise closed.
CREATE TABLE emergency_access (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  account uuid NOT NULL,
  reason text NOT NULL,
  -- Seconds since 1970.
  from_second bigint NOT NULL,
  until_second bigint NOT NULL,
  -- NULL while nobody looked it over.
  reviewed_by text,
  finding text,
  reviewed_on date
);

CREATE INDEX ON emergency_access (account);
-- Whether anything changed since it was last read.
CREATE INDEX ON emergency_access (since);
