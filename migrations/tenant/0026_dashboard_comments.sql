-- What is said on dashboards and their widgets: `mentions` is JSON. What is deleted is kept, so that it can be undone. Beside it, up to when
-- each person has read.
CREATE TABLE dashboard_comments (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  dashboard_id TEXT NOT NULL,
  widget_id TEXT,
  text TEXT NOT NULL,
  mentions TEXT NOT NULL,
  resolved_at TEXT,
  resolved_by TEXT,
  edited_at TEXT,
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
--> statement
CREATE INDEX dashboard_comments_by_dashboard ON dashboard_comments (dashboard_id, id) WHERE deleted_at IS NULL;
--> statement
CREATE TABLE dashboard_comment_reads (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL,
  dashboard_id TEXT NOT NULL,
  read_at TEXT NOT NULL
) STRICT;
