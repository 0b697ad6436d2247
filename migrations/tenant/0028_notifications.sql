-- What people are told of is about a card of a board or about a comment on a dashboard, never both. A column can't lose its NOT NULL in
-- place: the table is made anew and keeps its rows.
CREATE TABLE notifications_about (
  id TEXT PRIMARY KEY,
  source TEXT NOT NULL,
  user_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  board_id TEXT,
  card_id TEXT,
  dashboard_id TEXT,
  comment_id TEXT,
  actor_id TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  at TEXT NOT NULL,
  read_at TEXT,
  CONSTRAINT notification_subject CHECK (
    (board_id IS NULL) = (card_id IS NULL) AND (board_id IS NULL) <> (dashboard_id IS NULL)
  )
) STRICT;
--> statement
INSERT INTO notifications_about (id, source, user_id, kind, board_id, card_id, comment_id, actor_id, actor_name, at, read_at)
SELECT id, source, user_id, kind, board_id, card_id, comment_id, actor_id, actor_name, at, read_at FROM notifications;
--> statement
DROP TABLE notifications;
--> statement
ALTER TABLE notifications_about RENAME TO notifications;
--> statement
CREATE UNIQUE INDEX notifications_once ON notifications (source, user_id);
--> statement
CREATE INDEX notifications_by_person ON notifications (user_id, id);
--> statement
CREATE INDEX notifications_unread ON notifications (user_id) WHERE read_at IS NULL;
--> statement
CREATE INDEX notifications_by_age ON notifications (at);
