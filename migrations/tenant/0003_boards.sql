-- Boards are rows of D1; their columns and cards belong to the board's object and are projected here. Ids of
-- columns and cards are made by clients, so they are unique within their board only.
CREATE TABLE boards (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT NOT NULL,
  prefix TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  archived_at TEXT
) STRICT;
--> statement
CREATE TABLE board_columns (
  board_id TEXT NOT NULL,
  id TEXT NOT NULL,
  src_version INTEGER NOT NULL,
  name TEXT NOT NULL,
  category TEXT NOT NULL,
  wip_limit INTEGER,
  rank TEXT NOT NULL,
  deleted INTEGER NOT NULL,
  PRIMARY KEY (board_id, id)
) STRICT;
--> statement
CREATE TABLE tasks (
  board_id TEXT NOT NULL,
  id TEXT NOT NULL,
  src_version INTEGER NOT NULL,
  number INTEGER NOT NULL,
  column_id TEXT NOT NULL,
  rank TEXT NOT NULL,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  priority TEXT NOT NULL,
  due_on TEXT,
  client_id TEXT,
  tags TEXT NOT NULL,
  assignee_ids TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted INTEGER NOT NULL,
  PRIMARY KEY (board_id, id)
) STRICT;
--> statement
CREATE INDEX tasks_by_board ON tasks (board_id, column_id, rank, id) WHERE deleted = 0;
--> statement
CREATE INDEX tasks_by_due ON tasks (due_on, board_id, id) WHERE deleted = 0 AND due_on IS NOT NULL;
--> statement
CREATE INDEX tasks_by_client ON tasks (client_id, due_on) WHERE deleted = 0 AND client_id IS NOT NULL;
--> statement
-- How far an object's log has arrived here. It never goes back.
CREATE TABLE projections (
  source TEXT PRIMARY KEY,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--> statement
-- Rows that a projection wrote carry the op they tell of, so that a repeated projection writes them once.
ALTER TABLE audit ADD COLUMN source TEXT;
--> statement
CREATE UNIQUE INDEX audit_by_source ON audit (source) WHERE source IS NOT NULL;
--> statement
ALTER TABLE outbox ADD COLUMN source TEXT;
--> statement
CREATE UNIQUE INDEX outbox_by_source ON outbox (source) WHERE source IS NOT NULL;
