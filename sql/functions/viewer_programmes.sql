-- The programmes of which whoever this transaction reads for sees something; NULL for all, and without a viewer.
CREATE OR REPLACE FUNCTION viewer_programmes() RETURNS uuid[]
LANGUAGE sql STABLE PARALLEL SAFE
RETURN translate(nullif(current_setting('koers.viewer', true), '')::json ->> 'programmes', '[]"', '{}')::uuid[];
