-- The organisation of whoever this transaction reads for; NULL, and so no rows, without a viewer.
CREATE OR REPLACE FUNCTION viewer_organisation() RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('koers.viewer', true), '')::json ->> 'organisation';
