-- Each time a programme came into a phase; the key is the position at which it did.
CREATE TABLE programme_phase (
  key bigint PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  phase text NOT NULL,
  -- begun, passed (on the grounds in words) or loopedBack (for the reason in words).
  way text NOT NULL,
  words text,
  entered_on date NOT NULL
);

CREATE INDEX ON programme_phase (programme, key);
