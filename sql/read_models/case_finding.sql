-- What was found on cases, rule by rule.
CREATE TABLE case_finding (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  case_file uuid NOT NULL,
  position_first bigint NOT NULL,
  place int NOT NULL,
  intervention uuid NOT NULL,
  outcome text NOT NULL,
  finding json NOT NULL,
  found_on date NOT NULL,
  dropped_because text,
  dropped_on date
);

CREATE INDEX ON case_finding (case_file);
