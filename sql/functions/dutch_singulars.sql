-- The words of a text, plurals in -s as their singular: inspecties, foto's and controles.
--
-- PostgreSQL's stemmer for Dutch keeps an s behind a vowel, so that who searches for inspectie would miss inspecties. Words
-- of fewer than five letters stay as they are: huis is no plural.
CREATE OR REPLACE FUNCTION dutch_singulars(p_text text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(p_text, '\m(\w{3,}[aeiouyéë])(?:''|’)?s\M', '\1', 'gi')
$$;
