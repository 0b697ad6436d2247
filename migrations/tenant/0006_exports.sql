-- Exports of the whole organization. The archive itself stands in R2 until `expires_at`.
CREATE TABLE exports (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL DEFAULT 1,
  state TEXT NOT NULL CHECK (state IN ('running', 'ready', 'failed', 'cancelled', 'removed')),
  started_by TEXT NOT NULL,
  started_by_name TEXT NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  expires_at TEXT,
  size INTEGER,
  "rows" INTEGER,
  files INTEGER,
  fault TEXT
) STRICT;
--> statement
CREATE UNIQUE INDEX exports_one_running ON exports (state) WHERE state = 'running';
--> statement
-- People of a restored archive by the id that records name, so that what they did keeps their names.
CREATE TABLE former_people (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  role TEXT NOT NULL
) STRICT, WITHOUT ROWID;
