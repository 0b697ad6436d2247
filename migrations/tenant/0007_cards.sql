-- What cards, columns and tags came to know: covers, checklists, links, the archive, colours of tags. Written by the
-- board's object like the rest of its projection; the first values are those of cards that know nothing of it.
ALTER TABLE board_columns ADD COLUMN archived INTEGER NOT NULL DEFAULT 0;
--> statement
ALTER TABLE board_columns ADD COLUMN wip_block INTEGER NOT NULL DEFAULT 0;
--> statement
ALTER TABLE tasks ADD COLUMN archived INTEGER NOT NULL DEFAULT 0;
--> statement
ALTER TABLE tasks ADD COLUMN cover TEXT;
--> statement
-- Lines of its checklists: ticked, and all.
ALTER TABLE tasks ADD COLUMN checks_done INTEGER NOT NULL DEFAULT 0;
--> statement
ALTER TABLE tasks ADD COLUMN checks INTEGER NOT NULL DEFAULT 0;
--> statement
-- Other cards of the board by id, each with what it is to this one: blocks, blocked_by, relates.
ALTER TABLE tasks ADD COLUMN links TEXT NOT NULL DEFAULT '{}';
--> statement
CREATE INDEX tasks_off_board ON tasks (board_id, updated_at, id) WHERE archived = 1 OR deleted = 1;
--> statement
-- Tags that were given a colour on their board; `id` is the tag itself.
CREATE TABLE board_tags (
  board_id TEXT NOT NULL,
  id TEXT NOT NULL,
  src_version INTEGER NOT NULL,
  color TEXT,
  PRIMARY KEY (board_id, id)
) STRICT;
