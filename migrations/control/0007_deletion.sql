-- An organization whose owner asked for its deletion: everything goes on until `due_at`, and may be taken back until
-- `started_at`. `step` is the last step of the deletion that is done (worker/platform/deletion).
CREATE TABLE organization_deletions (
  organization_id TEXT PRIMARY KEY REFERENCES organizations (id),
  asked_by TEXT NOT NULL REFERENCES users (id),
  asked_at TEXT NOT NULL,
  due_at TEXT NOT NULL,
  reason TEXT NOT NULL,
  reminded_at TEXT,
  started_at TEXT,
  step TEXT
) STRICT;
--> statement
-- All that remains of a deleted organization: that there was one, and when it ended.
CREATE TABLE deleted_organizations (
  id TEXT PRIMARY KEY,
  deleted_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
