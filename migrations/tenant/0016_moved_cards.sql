-- As which card of which board a card went on that was moved to another one: `board/card`.
ALTER TABLE tasks ADD COLUMN moved_to TEXT;
