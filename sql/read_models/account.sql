-- Somebody's account, without what was granted.
CREATE TABLE account (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  account uuid NOT NULL,
  person text NOT NULL,
  opened_on date NOT NULL,
  name text NOT NULL,
  mail text,
  -- When and why it was closed; NULL while it is open.
  dropped_because text,
  dropped_on date,
  -- When it was last opened again; no session from before that holds.
  reopened_at timestamptz,
  version bigint NOT NULL
);

CREATE INDEX ON account (person);
-- Whether anything changed since it was last read.
CREATE INDEX ON account (since);
