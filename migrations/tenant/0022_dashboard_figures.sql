-- What dashboards show outside: the figures that a browser computed, of which the bytes lie beside in R2 under `file`
-- (the ones before stay for mails on their way), and public links to
-- them. `widgets` is JSON. A link's address is derived from its id and stands here as a hash.
CREATE TABLE dashboard_figures (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  file TEXT NOT NULL,
  previous_file TEXT,
  widgets TEXT NOT NULL,
  basis TEXT NOT NULL,
  digest TEXT NOT NULL,
  keep_current INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  computed_at TEXT NOT NULL,
  published_by TEXT NOT NULL,
  published_at TEXT NOT NULL
) STRICT;
--> statement
CREATE TABLE dashboard_links (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL DEFAULT 1,
  dashboard_id TEXT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  expires_at TEXT,
  revoked_at TEXT,
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  opens INTEGER NOT NULL DEFAULT 0,
  opened_at TEXT
) STRICT;
--> statement
CREATE INDEX dashboard_links_by_dashboard ON dashboard_links (dashboard_id, id) WHERE revoked_at IS NULL;
