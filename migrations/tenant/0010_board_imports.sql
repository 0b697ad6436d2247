-- Tasks are read by their own id over REST.
CREATE INDEX tasks_by_id ON tasks (id);
--> statement
-- Imports of boards: what was asked, how far it is. The cards themselves wait in parts until the import is forgotten.
CREATE TABLE board_imports (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('filling', 'running', 'done', 'cancelled', 'undoing', 'undone')),
  source TEXT NOT NULL,
  file_name TEXT NOT NULL,
  board_id TEXT NOT NULL,
  title TEXT NOT NULL,
  new_board INTEGER NOT NULL,
  -- JSON: the columns that cards go to; rows that the board refused; where the starter's requests came from.
  columns TEXT NOT NULL,
  refused TEXT NOT NULL,
  origin TEXT NOT NULL,
  total INTEGER NOT NULL,
  done INTEGER NOT NULL,
  kept INTEGER NOT NULL,
  -- The part that comes next.
  next_part INTEGER NOT NULL,
  started_by TEXT NOT NULL,
  started_by_name TEXT NOT NULL,
  started_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  finished_at TEXT
) STRICT;
--> statement
CREATE TABLE board_import_parts (
  import_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  size INTEGER NOT NULL,
  -- JSON: a list of ImportCard.
  cards TEXT NOT NULL,
  PRIMARY KEY (import_id, number)
) STRICT;
