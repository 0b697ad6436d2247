-- What was asked of Claude. A conversation's prefix and turns stand as they were sent, byte for byte, and are only ever added to: the
-- page can't write earlier turns, and what the API has cached stays valid.
CREATE TABLE asks (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL DEFAULT 1,
  workspace_id TEXT NOT NULL,
  asked_by TEXT NOT NULL,
  question TEXT NOT NULL,
  model TEXT NOT NULL,
  prefix TEXT NOT NULL,
  repairs INTEGER NOT NULL DEFAULT 0,
  calls INTEGER NOT NULL DEFAULT 0,
  rows_sent INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
--> statement
CREATE TABLE ask_turns (
  ask_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  speaker TEXT NOT NULL,
  content TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (ask_id, seq)
) STRICT;
--> statement
-- One call of the API each. It stands before the call is made, with all that it may use, and is settled after: what a crash leaves
-- counts as used.
CREATE TABLE ask_calls (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL DEFAULT 1,
  ask_id TEXT,
  user_id TEXT NOT NULL,
  month TEXT NOT NULL,
  model TEXT NOT NULL,
  state TEXT NOT NULL,
  is_question INTEGER NOT NULL DEFAULT 0,
  input_tokens INTEGER NOT NULL,
  output_tokens INTEGER NOT NULL,
  cache_read_tokens INTEGER NOT NULL DEFAULT 0,
  cache_write_tokens INTEGER NOT NULL DEFAULT 0,
  counted_tokens INTEGER NOT NULL,
  cost_micros INTEGER NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
--> statement
CREATE INDEX ask_calls_by_month ON ask_calls (month, user_id);
