-- How a dashboard was at some time: its title, filters and widgets as JSON, so that it can be brought back. Never changed.
CREATE TABLE dashboard_versions (
  id TEXT PRIMARY KEY,
  dashboard_id TEXT NOT NULL,
  content TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
--> statement
CREATE INDEX dashboard_versions_by_dashboard ON dashboard_versions (dashboard_id, id);
