-- The authenticator app of a person. `secret` is sealed (worker/platform/secrets); `last_step` is the 30-second step of the
-- last code that was taken, so that no code works twice. It counts as a factor once `confirmed_at` is set.
CREATE TABLE totp_factors (
  user_id TEXT PRIMARY KEY REFERENCES users (id),
  secret TEXT NOT NULL,
  created_at TEXT NOT NULL,
  confirmed_at TEXT,
  last_step INTEGER NOT NULL DEFAULT 0
) STRICT;
--> statement
-- Codes for whoever lost every factor: keyed hashes, good once each.
CREATE TABLE recovery_codes (
  hash TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id),
  created_at TEXT NOT NULL,
  used_at TEXT
) STRICT, WITHOUT ROWID;
--> statement
CREATE INDEX recovery_codes_by_user ON recovery_codes (user_id);
--> statement
CREATE TABLE passkeys (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id),
  credential_id TEXT NOT NULL UNIQUE,
  public_key TEXT NOT NULL,
  counter INTEGER NOT NULL,
  transports TEXT NOT NULL,
  synced INTEGER NOT NULL,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  used_at TEXT
) STRICT;
--> statement
CREATE INDEX passkeys_by_user ON passkeys (user_id);
--> statement
-- What was asked of a person and must be answered within minutes, once: the second factor after a password, a passkey.
-- `hash`: of the token that the page holds; for passkeys, of the challenge that the key signs.
CREATE TABLE challenges (
  hash TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  user_id TEXT,
  session_id TEXT,
  expires_at TEXT NOT NULL,
  used_at TEXT
) STRICT, WITHOUT ROWID;
--> statement
-- When the person of a session last proved who they are: signing in, or answering when asked again.
ALTER TABLE sessions ADD COLUMN proven_at TEXT NOT NULL DEFAULT '';
--> statement
UPDATE sessions SET proven_at = created_at;
--> statement
-- Since when an organization demands a second factor of its members, and how many days they have; NULL: it does not.
ALTER TABLE organizations ADD COLUMN factor_demanded_at TEXT;
--> statement
ALTER TABLE organizations ADD COLUMN factor_grace_days INTEGER NOT NULL DEFAULT 0;
--> statement
ALTER TABLE _guard ADD COLUMN code INTEGER NOT NULL DEFAULT 1;
--> statement
ALTER TABLE _guard ADD COLUMN second_factor INTEGER NOT NULL DEFAULT 1;
--> statement
ALTER TABLE _guard ADD COLUMN challenge INTEGER NOT NULL DEFAULT 1;
