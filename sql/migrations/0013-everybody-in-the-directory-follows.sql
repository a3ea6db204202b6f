-- Whom the directory told of before it was kept who is still to follow has no account yet when it sent them as inactive, or
-- when something ended in between: everybody is looked at once more.
INSERT INTO directory_due (account, due_at)
SELECT id, clock_timestamp() FROM directory_resource WHERE kind = 'User'
ON CONFLICT (account) DO NOTHING;
