-- A mailed link may prove an address that has no account yet, and go on with an invitation: user_id may be NULL, and
-- invitation_id names what the link is for.
CREATE TABLE mail_tokens_next (
  hash TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  user_id TEXT,
  email TEXT NOT NULL COLLATE NOCASE,
  session_id TEXT,
  invitation_id TEXT,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT
) STRICT, WITHOUT ROWID;
--> statement
INSERT INTO mail_tokens_next (hash, kind, user_id, email, session_id, created_at, expires_at, used_at)
SELECT hash, kind, user_id, email, session_id, created_at, expires_at, used_at FROM mail_tokens;
--> statement
DROP TABLE mail_tokens;
--> statement
ALTER TABLE mail_tokens_next RENAME TO mail_tokens;
--> statement
CREATE INDEX mail_tokens_by_user ON mail_tokens (user_id);
--> statement
CREATE INDEX mail_tokens_by_email ON mail_tokens (email, kind);
--> statement
-- How many mails an address has had of late, whoever asked for them.
CREATE INDEX mails_by_recipient ON mails (recipient, kind, created_at);
--> statement
-- Organizations that a person starts in a day have an end.
ALTER TABLE _guard ADD COLUMN organizations INTEGER NOT NULL DEFAULT 1;
