-- How cases stand, to be counted: nothing in a row says what the case is about.
CREATE TABLE case_result (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  case_file uuid NOT NULL,
  target_group uuid,
  intervention uuid,
  -- NULL while the case is open.
  closed_on date,
  result text,
  compliance text,
  -- Only those who handle the case see the case itself.
  is_for_handlers boolean NOT NULL
);

-- What is counted of a programme stands in the index as a whole.
CREATE INDEX ON case_result (programme, closed_on, result, compliance, target_group, intervention, is_for_handlers);
CREATE INDEX ON case_result (intervention) WHERE intervention IS NOT NULL;
-- How far it is.
CREATE INDEX ON case_result (since);
