-- Who works on a programme, in which role; the key is `<programme>/<person>`.
CREATE TABLE team_member (
  key text PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  person text NOT NULL,
  position_first bigint NOT NULL,
  part text NOT NULL,
  joined_on date NOT NULL
);

CREATE INDEX ON team_member (programme, position_first);
CREATE INDEX ON team_member (person);
