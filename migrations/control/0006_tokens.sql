-- Principals of an organization that are no person: what they may do is their role's keys.
CREATE TABLE service_accounts (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  name TEXT NOT NULL COLLATE NOCASE,
  role_id TEXT NOT NULL REFERENCES roles (id),
  created_by TEXT NOT NULL REFERENCES users (id),
  created_at TEXT NOT NULL,
  disabled_at TEXT,
  UNIQUE (organization_id, name)
) STRICT;
--> statement
CREATE INDEX service_accounts_by_role ON service_accounts (role_id);
--> statement
-- API tokens, as hashes: of a person in one organization, or of a service account. `permissions` is a JSON array of keys,
-- which bound what the person or the role grants at each request. `hint` is the end of the token, to tell it from others.
CREATE TABLE api_tokens (
  hash TEXT PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  user_id TEXT REFERENCES users (id),
  service_id TEXT REFERENCES service_accounts (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  permissions TEXT NOT NULL,
  hint TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES users (id),
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  revoked_at TEXT,
  used_at TEXT,
  used_from TEXT,
  CHECK ((user_id IS NULL) <> (service_id IS NULL))
) STRICT, WITHOUT ROWID;
--> statement
CREATE INDEX api_tokens_by_organization ON api_tokens (organization_id, user_id);
--> statement
CREATE INDEX api_tokens_by_service ON api_tokens (service_id) WHERE service_id IS NOT NULL;
--> statement
ALTER TABLE _guard ADD COLUMN token_limit INTEGER NOT NULL DEFAULT 1;
