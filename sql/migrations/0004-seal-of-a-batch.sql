-- Which of an event's fields the root is over: 1 left out the correlation, 2 has it.
ALTER TABLE es_batch ADD COLUMN seal smallint NOT NULL DEFAULT 1;
