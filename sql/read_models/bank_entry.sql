-- The entries of the data bank.
CREATE TABLE bank_entry (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  bank_entry uuid NOT NULL,
  position_first bigint NOT NULL,
  accepted json,
  pending json,
  review_on date,
  provenance json,
  -- For filters and the search.
  kind text,
  title text,
  words text,
  sector text,
  evidence text,
  dropped_because text,
  dropped_on date
);

CREATE INDEX ON bank_entry (kind);
