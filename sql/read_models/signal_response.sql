-- What policy answered to a signal.
CREATE TABLE signal_response (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  signal uuid NOT NULL,
  position_first bigint NOT NULL,
  text text NOT NULL,
  sender text NOT NULL,
  responded_on date NOT NULL,
  recorded_by text
);
CREATE INDEX ON signal_response (signal);
