-- How people see a board: kept by one person, shared with the others or not. A deleted one can be saved again.
CREATE TABLE board_views (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL DEFAULT 1,
  board_id TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  name TEXT NOT NULL,
  shared INTEGER NOT NULL,
  config TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
--> statement
CREATE INDEX board_views_by_board ON board_views (board_id, owner_id) WHERE deleted_at IS NULL;
--> statement
-- The view that a board opens with, by person.
CREATE TABLE board_view_defaults (
  user_id TEXT NOT NULL,
  board_id TEXT NOT NULL,
  view_id TEXT NOT NULL,
  PRIMARY KEY (user_id, board_id)
) STRICT, WITHOUT ROWID;
