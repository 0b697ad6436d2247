-- Restorations of an archive into a new organization. The organization's id is made at once; nobody belongs to it before
-- it is whole.
CREATE TABLE restores (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL UNIQUE,
  user_id TEXT NOT NULL REFERENCES users (id),
  name TEXT,
  size INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('receiving', 'running', 'done', 'failed', 'cancelled')),
  fault TEXT,
  place TEXT,
  result TEXT,
  created_at TEXT NOT NULL,
  finished_at TEXT
) STRICT;
--> statement
CREATE UNIQUE INDEX restores_one_a_person ON restores (user_id) WHERE state IN ('receiving', 'running');
--> statement
ALTER TABLE _guard ADD COLUMN restore_running INTEGER NOT NULL DEFAULT 1;
