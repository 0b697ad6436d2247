-- Dashboards of a workspace and their widgets, each a record with a version of its own: two people who move different widgets never
-- collide. `parameters`, `source_ids`, `chart`, `layout`, `content`, `mentions` and `figures` are JSON. What is deleted is kept, so that it can
-- be undone.
CREATE TABLE dashboards (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL DEFAULT 1,
  workspace_id TEXT NOT NULL,
  title TEXT NOT NULL,
  parameters TEXT NOT NULL DEFAULT '[]',
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
--> statement
CREATE INDEX dashboards_by_workspace ON dashboards (workspace_id, id) WHERE deleted_at IS NULL;
--> statement
CREATE TABLE widgets (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL DEFAULT 1,
  dashboard_id TEXT NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  sql TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  source_ids TEXT NOT NULL DEFAULT '[]',
  chart TEXT,
  layout TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
--> statement
CREATE INDEX widgets_by_dashboard ON widgets (dashboard_id, id) WHERE deleted_at IS NULL;
