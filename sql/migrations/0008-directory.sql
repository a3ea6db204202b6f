-- What the organisation's directory says of people and groups (SCIM). It is no fact about our work, and it can be
-- taken away; what follows from it for accounts and grants is recorded as events.

CREATE TABLE directory_resource (
  -- For a person the identifier of the account.
  id uuid PRIMARY KEY,
  -- User or Group.
  kind text NOT NULL,
  -- What the directory calls it: a person in small letters, a group as it stands.
  name text NOT NULL,
  external_id text,
  -- All else that the directory says and we hold.
  document json NOT NULL,
  version bigint NOT NULL,
  made_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  UNIQUE (kind, name)
);

CREATE INDEX ON directory_resource (kind, external_id);

-- Who is in which group.
CREATE TABLE directory_member (
  group_id uuid NOT NULL REFERENCES directory_resource ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES directory_resource ON DELETE CASCADE,
  PRIMARY KEY (group_id, user_id)
);

CREATE INDEX ON directory_member (user_id);
