-- Cases as lists and the top of their page show them.
CREATE TABLE case_file (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  case_file uuid NOT NULL,
  year int NOT NULL,
  serial int NOT NULL,
  organisation_name text NOT NULL,
  origin json NOT NULL,
  opened_on date NOT NULL,
  title text NOT NULL,
  subject uuid,
  target_group uuid,
  handlers text[] NOT NULL,
  confidential text NOT NULL,
  status text NOT NULL,
  -- What is still to be done of it.
  plan json,
  planned_on date,
  tasks json NOT NULL,
  due_on date,
  related uuid[] NOT NULL,
  outcome json,
  closed_on date,
  intervention_count int NOT NULL,
  last_act_on date,
  violations uuid[] NOT NULL
);

-- The last opened of the organisation and of each programme, all of them and those that are open.
CREATE INDEX ON case_file (organisation, year, serial);
CREATE INDEX ON case_file (programme, year, serial);
CREATE INDEX ON case_file (organisation, year, serial) WHERE status <> 'closed';
CREATE INDEX ON case_file (programme, year, serial) WHERE status <> 'closed';
CREATE INDEX ON case_file (subject) WHERE subject IS NOT NULL;
-- Asked by find_cases alone: see there. What somebody has to do is little of what they ever did.
CREATE INDEX ON case_file USING gin (handlers) WHERE status <> 'closed';
CREATE INDEX ON case_file USING gin (handlers);
CREATE INDEX ON case_file USING gin (to_tsvector('simple', title));
CREATE INDEX ON case_file USING gin (related);
