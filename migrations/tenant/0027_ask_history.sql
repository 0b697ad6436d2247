-- What a history of one's questions shows and finds, and what a page needs to draw a conversation again.
ALTER TABLE asks ADD COLUMN title TEXT NOT NULL DEFAULT '';
--> statement
-- All its questions, without accents and capitals, for searching.
ALTER TABLE asks ADD COLUMN words TEXT NOT NULL DEFAULT '';
--> statement
-- Of a person's turn: the question that it asked and what its parts are called.
ALTER TABLE ask_turns ADD COLUMN told TEXT;
--> statement
CREATE INDEX asks_by_person ON asks (asked_by, workspace_id, id);
