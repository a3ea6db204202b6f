-- One grant of one account, with who gave it and why, and how it ended.
CREATE TABLE role_grant (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  account uuid NOT NULL,
  position_first bigint NOT NULL,
  -- The role, where it holds and on which days.
  grant_given json NOT NULL,
  grantor json NOT NULL,
  reason text,
  given_on date NOT NULL,
  standing text NOT NULL,
  confirmed_by text,
  end_by json,
  end_because text,
  end_on date
);

CREATE INDEX ON role_grant (account);
-- Whether anything changed since it was last read.
CREATE INDEX ON role_grant (since);
