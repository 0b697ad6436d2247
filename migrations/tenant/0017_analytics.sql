-- Analyses: workspaces with their data sources, saved questions and one model of the business. What is deleted is kept, so that
-- deleting can be undone. Rows of a data source never stand here: those of a file stay on a device.
CREATE TABLE workspaces (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT NOT NULL,
  description TEXT NOT NULL DEFAULT '',
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
--> statement
CREATE TABLE data_sources (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL DEFAULT 1,
  workspace_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  table_name TEXT NOT NULL,
  columns TEXT NOT NULL DEFAULT '[]',
  rows INTEGER,
  details TEXT NOT NULL DEFAULT '{}',
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
--> statement
CREATE UNIQUE INDEX data_sources_by_table ON data_sources (workspace_id, table_name) WHERE deleted_at IS NULL;
--> statement
CREATE TABLE questions (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL DEFAULT 1,
  workspace_id TEXT NOT NULL,
  title TEXT NOT NULL,
  question TEXT NOT NULL DEFAULT '',
  sql TEXT NOT NULL,
  source_ids TEXT NOT NULL DEFAULT '[]',
  chart TEXT,
  answer TEXT NOT NULL DEFAULT '',
  assumptions TEXT NOT NULL DEFAULT '[]',
  verified INTEGER NOT NULL DEFAULT 0,
  language TEXT NOT NULL DEFAULT 'fr',
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
--> statement
CREATE INDEX questions_by_workspace ON questions (workspace_id, id) WHERE deleted_at IS NULL;
--> statement
CREATE TABLE semantic_layers (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL DEFAULT 1,
  workspace_id TEXT NOT NULL,
  document TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
--> statement
CREATE UNIQUE INDEX semantic_layers_by_workspace ON semantic_layers (workspace_id) WHERE deleted_at IS NULL;
--> statement
-- Each version of a model of the business as it was written, so that it can be compared and brought back.
CREATE TABLE semantic_versions (
  layer_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  document TEXT NOT NULL,
  written_by TEXT NOT NULL,
  written_at TEXT NOT NULL,
  PRIMARY KEY (layer_id, version)
) STRICT;
