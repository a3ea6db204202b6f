-- find_cases looks up what cases_with_words did, and more.
DROP FUNCTION IF EXISTS cases_with_words(text);
