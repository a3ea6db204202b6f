-- What the toolbox suggested, kept whole.
CREATE TABLE suggestion (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  position_first bigint NOT NULL,
  target_group uuid NOT NULL,
  suggestion json NOT NULL,
  made_on date NOT NULL
);

CREATE INDEX ON suggestion (programme);
