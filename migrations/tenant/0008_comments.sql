-- Projection of comments on cards, written by the board's object. Ids are made by clients, unique within their board.
CREATE TABLE comments (
  board_id TEXT NOT NULL,
  id TEXT NOT NULL,
  src_version INTEGER NOT NULL,
  card_id TEXT NOT NULL,
  author_id TEXT NOT NULL,
  text TEXT NOT NULL,
  mentions TEXT NOT NULL,
  created_at TEXT NOT NULL,
  edited_at TEXT,
  deleted INTEGER NOT NULL,
  PRIMARY KEY (board_id, id)
) STRICT;
--> statement
CREATE INDEX comments_by_card ON comments (board_id, card_id, id) WHERE deleted = 0;
--> statement
-- What people are told of. `source` names the op: whatever is projected again tells nobody twice.
CREATE TABLE notifications (
  id TEXT PRIMARY KEY,
  source TEXT NOT NULL,
  user_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  board_id TEXT NOT NULL,
  card_id TEXT NOT NULL,
  comment_id TEXT,
  actor_id TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  at TEXT NOT NULL,
  read_at TEXT
) STRICT;
--> statement
CREATE UNIQUE INDEX notifications_once ON notifications (source, user_id);
--> statement
CREATE INDEX notifications_by_person ON notifications (user_id, id);
--> statement
CREATE INDEX notifications_unread ON notifications (user_id) WHERE read_at IS NULL;
--> statement
CREATE INDEX notifications_by_age ON notifications (at);
