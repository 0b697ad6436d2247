-- Mails of dashboards: when and to whom (`frequency` and `member_ids` are JSON), people without an account with the hash of what ends
-- their mails, and what became of each sending.
CREATE TABLE dashboard_schedules (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  dashboard_id TEXT NOT NULL,
  frequency TEXT NOT NULL,
  hour INTEGER NOT NULL,
  time_zone TEXT NOT NULL,
  member_ids TEXT NOT NULL,
  paused INTEGER NOT NULL,
  next_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
--> statement
CREATE INDEX dashboard_schedules_due ON dashboard_schedules (next_at) WHERE deleted_at IS NULL AND paused = 0;
--> statement
CREATE TABLE dashboard_outsiders (
  schedule_id TEXT NOT NULL,
  email TEXT NOT NULL,
  language TEXT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  gone INTEGER NOT NULL DEFAULT 0,
  unsubscribed_at TEXT,
  PRIMARY KEY (schedule_id, email)
) STRICT;
--> statement
CREATE TABLE dashboard_sendings (
  schedule_id TEXT NOT NULL,
  at TEXT NOT NULL,
  outcome TEXT NOT NULL,
  mails INTEGER NOT NULL,
  figures_at TEXT,
  PRIMARY KEY (schedule_id, at)
) STRICT;
