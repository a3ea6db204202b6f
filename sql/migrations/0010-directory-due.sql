-- Whose account is still to follow what the directory said. It is written down together with what was said and taken away
-- once the account follows, so that whatever ends between the two leaves nobody behind.

CREATE TABLE directory_due (
  -- The identifier of the account, also of somebody who was taken out of the directory.
  account uuid PRIMARY KEY,
  -- When it was last said, or last tried in vain.
  due_at timestamptz NOT NULL
);
