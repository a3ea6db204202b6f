-- When the log stood where: what turns a day into a position. All that the web role sees of the log.
CREATE OR REPLACE VIEW log_moment AS
SELECT last_position AS position, recorded_at FROM es_batch WHERE log_id = 1;
