-- Files of boards that no card names any more, and since which night. Their bytes are forgotten after a while.
CREATE TABLE loose_files (
  board_id TEXT NOT NULL,
  id TEXT NOT NULL,
  since TEXT NOT NULL,
  PRIMARY KEY (board_id, id)
) STRICT, WITHOUT ROWID;
--> statement
-- Cards that are linked with cards of other boards: these say `board/card`.
CREATE INDEX tasks_linked_out ON tasks (board_id, id) WHERE instr(links, '/') > 0;
