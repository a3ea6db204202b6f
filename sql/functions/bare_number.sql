-- What somebody wrote as a registration number has it: capitals and digits, without what people write between them.
CREATE OR REPLACE FUNCTION bare_number(p_text text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN regexp_replace(upper(p_text), '^IMO|[ .-]', '', 'g');
