-- Notes of meetings. `people_ids` is a JSON array of user ids. A deleted note is kept, so that deleting can be undone.
CREATE TABLE notes (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT NOT NULL,
  held_on TEXT NOT NULL,
  client_id TEXT,
  people_ids TEXT NOT NULL DEFAULT '[]',
  body TEXT NOT NULL DEFAULT '',
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
--> statement
CREATE INDEX notes_by_day ON notes (held_on, id) WHERE deleted_at IS NULL;
--> statement
CREATE INDEX notes_by_client ON notes (client_id, held_on) WHERE deleted_at IS NULL;
