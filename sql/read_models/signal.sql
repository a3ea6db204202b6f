-- A signal with all that it says; the responses to it have a table of their own.
CREATE TABLE signal (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  signal uuid NOT NULL,
  organisation_name text NOT NULL,
  -- Either the decision that it follows from, or where it is known from.
  origin json NOT NULL,
  raised_on date NOT NULL,
  title text NOT NULL,
  text text NOT NULL,
  kind text NOT NULL,
  addressee text NOT NULL,
  due_on date,
  is_public boolean NOT NULL,
  sent_on date,
  status text NOT NULL,
  response_count integer NOT NULL,
  -- The day of the first response.
  answered_on date
);
CREATE INDEX ON signal (organisation, status, due_on);
