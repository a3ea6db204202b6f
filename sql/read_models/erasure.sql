-- One wish to have an account erased, who judged it, and what came of it.
CREATE TABLE erasure (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  account uuid NOT NULL,
  -- The ground in the law and the reason.
  erasure json NOT NULL,
  requested_by text NOT NULL,
  requested_on date NOT NULL,
  standing text NOT NULL,
  judged_by text,
  judged_because text,
  judged_on date,
  -- What was done, without a name.
  proof json
);

CREATE INDEX ON erasure (account);
-- What is still to be carried out.
CREATE INDEX ON erasure (standing) WHERE standing = 'approved';
