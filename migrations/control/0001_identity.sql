-- People, organizations, the pool of databases, roles, sessions.
CREATE TABLE users (
  id TEXT PRIMARY KEY,
  email TEXT NOT NULL COLLATE NOCASE UNIQUE,
  name TEXT NOT NULL,
  password_hash TEXT,
  language TEXT NOT NULL DEFAULT 'fr' CHECK (language IN ('fr', 'en')),
  created_at TEXT NOT NULL
) STRICT;
--> statement
CREATE TABLE organizations (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
--> statement
-- One row per binding of the pool. A slot without organization is free; claiming it is one statement. `ready_at` is
-- when its database was migrated and took the organization's identity; a slot whose database turned out to be
-- somebody else's is set aside and never claimed again.
CREATE TABLE slots (
  binding TEXT PRIMARY KEY,
  organization_id TEXT UNIQUE REFERENCES organizations (id),
  claimed_at TEXT,
  ready_at TEXT,
  set_aside_at TEXT
) STRICT;
--> statement
CREATE TABLE roles (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  slug TEXT NOT NULL,
  name TEXT COLLATE NOCASE,
  UNIQUE (organization_id, slug),
  UNIQUE (organization_id, name)
) STRICT;
--> statement
CREATE TABLE role_permissions (
  role_id TEXT NOT NULL REFERENCES roles (id),
  permission TEXT NOT NULL,
  PRIMARY KEY (role_id, permission)
) STRICT, WITHOUT ROWID;
--> statement
CREATE TABLE memberships (
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  user_id TEXT NOT NULL REFERENCES users (id),
  role_id TEXT NOT NULL REFERENCES roles (id),
  authz_epoch INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  PRIMARY KEY (organization_id, user_id)
) STRICT, WITHOUT ROWID;
--> statement
CREATE INDEX memberships_by_user ON memberships (user_id);
--> statement
-- A session is one family of refresh tokens. It ends seven days after sign-in, whatever is refreshed.
-- `organization_id` is where the person last was, so that signing in goes on there.
CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id),
  organization_id TEXT REFERENCES organizations (id),
  device TEXT NOT NULL,
  created_at TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  revoked_at TEXT
) STRICT;
--> statement
CREATE INDEX sessions_by_user ON sessions (user_id);
--> statement
CREATE TABLE refresh_tokens (
  hash TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions (id),
  created_at TEXT NOT NULL,
  spent_at TEXT
) STRICT, WITHOUT ROWID;
--> statement
CREATE INDEX refresh_tokens_by_session ON refresh_tokens (session_id);
--> statement
CREATE TABLE invitations (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  role_id TEXT NOT NULL REFERENCES roles (id),
  email TEXT COLLATE NOCASE,
  token_hash TEXT NOT NULL UNIQUE,
  invited_by TEXT NOT NULL REFERENCES users (id),
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  accepted_at TEXT,
  revoked_at TEXT
) STRICT;
--> statement
CREATE INDEX invitations_by_organization ON invitations (organization_id);
--> statement
CREATE TABLE sign_in_links (
  token_hash TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id),
  expires_at TEXT NOT NULL,
  used_at TEXT
) STRICT, WITHOUT ROWID;
--> statement
CREATE TABLE auth_events (
  id TEXT PRIMARY KEY,
  user_id TEXT,
  organization_id TEXT,
  kind TEXT NOT NULL,
  at TEXT NOT NULL,
  request_id TEXT NOT NULL,
  detail TEXT NOT NULL DEFAULT '{}'
) STRICT;
--> statement
CREATE INDEX auth_events_by_user ON auth_events (user_id, at);
--> statement
-- Back-off of sign-in: `scope` is a hash of account + address, or of the address alone.
CREATE TABLE sign_in_attempts (
  scope TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  blocked_until TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
--> statement
CREATE TABLE idempotency (
  scope TEXT NOT NULL,
  key TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  status INTEGER NOT NULL,
  answer TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (scope, key)
) STRICT, WITHOUT ROWID;
--> statement
-- A guard row with a NULL aborts the batch, and the name of its column says why: see control-commit.ts.
CREATE TABLE _guard (
  actor INTEGER NOT NULL DEFAULT 1,
  stale INTEGER NOT NULL DEFAULT 1,
  pool_full INTEGER NOT NULL DEFAULT 1,
  last_owner INTEGER NOT NULL DEFAULT 1,
  role_in_use INTEGER NOT NULL DEFAULT 1,
  link INTEGER NOT NULL DEFAULT 1,
  invitation INTEGER NOT NULL DEFAULT 1
) STRICT;
--> statement
-- What a change here means to an organization's audit and live pages. Written with the change, delivered to the
-- organization's database after it, and deleted then.
CREATE TABLE pending_events (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL,
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  actor_id TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  at TEXT NOT NULL,
  request_id TEXT NOT NULL,
  event TEXT NOT NULL
) STRICT;
--> statement
CREATE INDEX pending_events_by_organization ON pending_events (organization_id, seq);
