-- What cards of a board begin with. A deleted one can be saved again.
CREATE TABLE card_templates (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  board_id TEXT NOT NULL,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  priority TEXT NOT NULL,
  -- JSON: a list of tags.
  tags TEXT NOT NULL,
  cover TEXT,
  -- Days from the day of use to the due date; NULL is no due date.
  due_in INTEGER,
  -- JSON: a list of {name, items}.
  checklists TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
--> statement
CREATE INDEX card_templates_by_board ON card_templates (board_id, name) WHERE deleted_at IS NULL;
