-- cases_relating_to knows what named a case then as well.
DROP FUNCTION IF EXISTS cases_relating_to(uuid);
