-- The confidentiality up to which whoever this transaction reads for may see; NULL without a viewer.
CREATE OR REPLACE FUNCTION viewer_clearance() RETURNS smallint
LANGUAGE sql STABLE PARALLEL SAFE
RETURN (nullif(current_setting('koers.viewer', true), '')::json ->> 'clearance')::smallint;
