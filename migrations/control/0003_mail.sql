-- Since when the person has shown to hold their address; NULL until then.
ALTER TABLE users ADD COLUMN email_verified_at TEXT;
--> statement
-- The token of the mailed link, beside the one that is shown to the inviter: only who opened the mailbox has it.
ALTER TABLE invitations ADD COLUMN mail_token_hash TEXT;
--> statement
CREATE UNIQUE INDEX invitations_by_mail_token ON invitations (mail_token_hash);
--> statement
-- Mail, written in the same batch as what it tells. `params` holds no secret: a link's token is derived from the id.
-- `next_attempt_at` is when it is to be tried (again); NULL once sent, or given up with `last_error`.
CREATE TABLE mails (
  id TEXT PRIMARY KEY,
  user_id TEXT,
  recipient TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
  kind TEXT NOT NULL,
  params TEXT NOT NULL,
  origin TEXT NOT NULL,
  created_at TEXT NOT NULL,
  useless_after TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at TEXT,
  sent_at TEXT,
  last_error TEXT
) STRICT;
--> statement
CREATE INDEX mails_due ON mails (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
--> statement
CREATE INDEX mails_by_user ON mails (user_id, kind, created_at);
--> statement
-- What a mailed link proves: that whoever presents it reads `email`. Stored as a hash, good once, for one purpose.
CREATE TABLE mail_tokens (
  hash TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  user_id TEXT NOT NULL,
  email TEXT NOT NULL COLLATE NOCASE,
  session_id TEXT,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT
) STRICT, WITHOUT ROWID;
--> statement
CREATE INDEX mail_tokens_by_user ON mail_tokens (user_id);
--> statement
-- Browsers that a person has signed in with, as hashes of a cookie of theirs.
CREATE TABLE known_devices (
  user_id TEXT NOT NULL,
  hash TEXT NOT NULL,
  first_seen_at TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  PRIMARY KEY (user_id, hash)
) STRICT, WITHOUT ROWID;
