-- JSON: who wrote a comment where it was imported from, and when. Null for those that were written here.
ALTER TABLE comments ADD COLUMN imported TEXT;
--> statement
-- JSON: the colours that tags are given; null where nobody announced how many parts will come.
ALTER TABLE board_imports ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
--> statement
ALTER TABLE board_imports ADD COLUMN parts INTEGER;
--> statement
-- JSON: comments and links of cards of this part and of those before it.
ALTER TABLE board_import_parts ADD COLUMN more TEXT NOT NULL DEFAULT '{}';
