-- What finds out who comes in: it keeps sessions and how people prove who they are, and reads who has an account.
DO $$
BEGIN
  CREATE ROLE koers_door LOGIN;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

-- It logs in as itself; without a password only where the operating system vouches for it.
DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'koers_door', 'MEMBER') THEN
    EXECUTE format('GRANT koers_door TO %I', current_user);
  END IF;
END $$;

GRANT USAGE ON SCHEMA public TO koers_door;
GRANT SELECT, INSERT, UPDATE, DELETE
  ON request_allowance, session, credential, recovery_code, passkey, passkey_challenge, sign_in_link, personal_link,
  survey_link, sign_in_failure, provider_person, spent_token, directory_resource, directory_member, directory_due, erasure_tally
  TO koers_door;
