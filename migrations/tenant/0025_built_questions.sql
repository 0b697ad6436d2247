-- The parts that a question was built of, as JSON: with them it opens in the builder again. Null where its SQL was written.
ALTER TABLE questions ADD COLUMN built TEXT;
