-- A section of an exploration as it was written last; its key is the exploration and the section.
CREATE TABLE exploration_section (
  key text PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  exploration uuid NOT NULL,
  section text NOT NULL,
  text text NOT NULL,
  written_on date NOT NULL,
  written_by text
);
CREATE INDEX ON exploration_section (exploration);
