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
  types text[],
  determinants text[],
  sector text,
  evidence text,
  dropped_because text,
  dropped_on date,
  -- Row-level security asks about whose a row is before @@ may look at it, so that no index answers a search: what is
  -- left to save is taking the words apart, which is done here once.
  search tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('dutch', dutch_singulars(coalesce(title, ''))), 'A')
    || setweight(to_tsvector('dutch', dutch_singulars(coalesce(words, ''))), 'B')) STORED
);
