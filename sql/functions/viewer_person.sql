-- Whoever this transaction reads for; NULL without a viewer.
CREATE OR REPLACE FUNCTION viewer_person() RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('koers.viewer', true), '')::json ->> 'person';
