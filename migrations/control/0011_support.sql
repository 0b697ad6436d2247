-- Accounts of Aetheria's support, marked by a command on the machine that holds this database, never through the API.
CREATE TABLE support_staff (
  user_id TEXT PRIMARY KEY REFERENCES users (id),
  added_at TEXT NOT NULL
) STRICT;
--> statement
-- What an owner lets the support do in the organization, and until when. `permissions` is a JSON array of keys. At most one
-- stands open; one whose time is over is ended by the sweep or by the next one.
CREATE TABLE support_grants (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  permissions TEXT NOT NULL,
  reason TEXT NOT NULL,
  granted_by TEXT NOT NULL REFERENCES users (id),
  granted_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT,
  used_by TEXT,
  ended_at TEXT,
  ended_by TEXT
) STRICT;
--> statement
CREATE UNIQUE INDEX support_grants_open ON support_grants (organization_id) WHERE ended_at IS NULL;
--> statement
CREATE INDEX support_grants_by_organization ON support_grants (organization_id, granted_at);
