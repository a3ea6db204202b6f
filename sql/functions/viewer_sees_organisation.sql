-- Whether whoever this transaction reads for sees all of the organisation's work; NULL without a viewer.
CREATE OR REPLACE FUNCTION viewer_sees_organisation() RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('koers.viewer', true), '')::json ->> 'programmes' IS NULL
  AND nullif(current_setting('koers.viewer', true), '') IS NOT NULL;
