-- Whether whoever this transaction reads for is among those whose eyes p_audience's rows are for.
CREATE OR REPLACE FUNCTION viewer_serves(p_audience text) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE
RETURN coalesce((nullif(current_setting('koers.viewer', true), '')::jsonb -> 'audiences') ? p_audience, false);
