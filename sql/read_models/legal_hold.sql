-- One duty to keep what is held about somebody, and how it ended.
CREATE TABLE legal_hold (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  account uuid NOT NULL,
  reason text NOT NULL,
  -- The last day on which it holds; NULL while that is not known.
  ends_on date,
  placed_by text NOT NULL,
  placed_on date NOT NULL,
  lifted_by text,
  lifted_because text,
  lifted_on date
);

CREATE INDEX ON legal_hold (account);
