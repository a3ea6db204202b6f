-- What was agreed with the partners of programmes.
CREATE TABLE agreement (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  partner uuid NOT NULL,
  position_first bigint NOT NULL,
  agreement text NOT NULL,
  agreed_on date NOT NULL
);

CREATE INDEX ON agreement (programme, agreed_on, position_first);
