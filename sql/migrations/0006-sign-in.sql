-- Who is signed in, and how people prove who they are. None of it is an event: it is secret, and it ends.

-- A session; its token is known to the browser alone.
CREATE TABLE session (
  -- SHA-256 of the token, in base64url.
  digest text PRIMARY KEY,
  -- Names it to its person, who may end it.
  id uuid NOT NULL UNIQUE,
  person text NOT NULL,
  -- How the person proved to be who they are.
  means text NOT NULL,
  -- Whether a code is still to follow: until then it lets nobody in.
  awaits_code boolean NOT NULL,
  -- What the browser calls itself.
  browser text NOT NULL,
  begun_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  -- When the person last proved it.
  proven_at timestamptz NOT NULL,
  -- At which provider, for one that began there.
  issuer text,
  provider_subject text,
  provider_session text,
  id_token text
);

CREATE INDEX ON session (person);
CREATE INDEX ON session (issuer, provider_subject) WHERE issuer IS NOT NULL;

-- How somebody proves who they are when Koers keeps it itself.
CREATE TABLE credential (
  person text PRIMARY KEY,
  -- The mail address to sign in with, in small letters.
  mail text NOT NULL UNIQUE,
  -- What authenticators are told to call the person; it says nothing of them.
  user_handle text NOT NULL UNIQUE,
  -- NULL while none was chosen.
  password text,
  -- The secret of the app that makes codes, sealed; NULL without one.
  code_secret text,
  -- The last half-minute whose code was used.
  code_step bigint,
  changed_at timestamptz NOT NULL
);

-- A code on paper, for who lost the app.
CREATE TABLE recovery_code (
  person text NOT NULL REFERENCES credential ON DELETE CASCADE,
  digest text NOT NULL,
  PRIMARY KEY (person, digest)
);

CREATE TABLE passkey (
  -- As the authenticator calls it, in base64url.
  id text PRIMARY KEY,
  person text NOT NULL,
  -- The public key as the authenticator wrote it (COSE).
  public_key bytea NOT NULL,
  sign_count bigint NOT NULL,
  is_backup_eligible boolean NOT NULL,
  is_backed_up boolean NOT NULL,
  transports text[] NOT NULL,
  -- What its owner calls it.
  label text NOT NULL,
  made_at timestamptz NOT NULL,
  used_at timestamptz
);

CREATE INDEX ON passkey (person);

-- What a device was asked, until it answers; good for one answer.
CREATE TABLE passkey_challenge (
  -- SHA-256 of what the browser was given with the question, in base64url.
  digest text PRIMARY KEY,
  challenge bytea NOT NULL,
  -- Whose account a new passkey is for; NULL to sign in.
  user_handle text,
  -- Seconds since 1970.
  expires_at bigint NOT NULL
);

-- A link that lets somebody in once: an invitation, a reset, the first administrator's.
CREATE TABLE sign_in_link (
  -- SHA-256 of what is in the link, in base64url.
  digest text PRIMARY KEY,
  person text NOT NULL,
  purpose text NOT NULL,
  expires_at timestamptz NOT NULL
);

CREATE INDEX ON sign_in_link (person);

-- How often proving it failed of late, for one account or from one network address.
CREATE TABLE sign_in_failure (
  subject text PRIMARY KEY,
  count int NOT NULL,
  last_at timestamptz NOT NULL
);

-- Whom a provider calls what.
CREATE TABLE provider_person (
  issuer text NOT NULL,
  subject text NOT NULL,
  person text NOT NULL,
  PRIMARY KEY (issuer, subject)
);

CREATE INDEX ON provider_person (person);

-- What may be used once and was: the state of a sign-in, the identity of a token.
CREATE TABLE spent_token (
  -- A digest that gives nothing away.
  mark text PRIMARY KEY,
  expires_at timestamptz NOT NULL
);

-- Making a read model complete takes an audience since then.
DROP FUNCTION IF EXISTS complete_read_model(text, text);
