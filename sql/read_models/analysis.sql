-- How far the analysis of each programme has come.
CREATE TABLE analysis (
  key uuid PRIMARY KEY,
  since bigint NOT NULL,
  organisation text NOT NULL,
  programme uuid,
  confidentiality smallint NOT NULL,
  begun_on date NOT NULL,
  -- The edition that it goes by now, by which that is found.
  edition int NOT NULL,
  editions json NOT NULL,
  course json NOT NULL,
  priorities json,
  focus json,
  -- Every set of sub-risks that was in focus, with where in the log that began.
  targets json NOT NULL
);
