-- The audit log says who, from where, to what (as it was called then), and can't be changed afterwards.
ALTER TABLE audit ADD COLUMN actor_name TEXT NOT NULL DEFAULT '';
--> statement
ALTER TABLE audit ADD COLUMN actor_kind TEXT NOT NULL DEFAULT 'person'
  CHECK (actor_kind IN ('person', 'token', 'service', 'system'));
--> statement
ALTER TABLE audit ADD COLUMN label TEXT NOT NULL DEFAULT '';
--> statement
-- The record that holds this one, such as the board of a card.
ALTER TABLE audit ADD COLUMN container_id TEXT;
--> statement
ALTER TABLE audit ADD COLUMN address TEXT;
--> statement
DROP INDEX audit_by_entity;
--> statement
CREATE INDEX audit_by_record ON audit (entity_id, id);
--> statement
CREATE INDEX audit_by_entity ON audit (entity, id);
--> statement
CREATE INDEX audit_by_actor ON audit (actor_id, id);
--> statement
CREATE INDEX audit_by_container ON audit (container_id, id) WHERE container_id IS NOT NULL;
--> statement
CREATE INDEX audit_by_at ON audit (at);
--> statement
CREATE VIRTUAL TABLE audit_index USING fts5 (
  actor_name, label, changes,
  content = 'audit', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
--> statement
INSERT INTO audit_index (audit_index) VALUES ('rebuild');
--> statement
-- The chain: each hash covers the row and the hash before it (domain/audit/chain.ts).
CREATE TABLE audit_seals (
  id INTEGER PRIMARY KEY,
  hash TEXT NOT NULL
) STRICT;
--> statement
-- What was forgotten when its time was over: everything up to this row, whose hash the chain goes on from.
CREATE TABLE audit_retention (
  up_to INTEGER PRIMARY KEY,
  hash TEXT NOT NULL,
  removed INTEGER NOT NULL,
  at TEXT NOT NULL
) STRICT;
--> statement
-- Who read what is sensitive. Written beside the answer.
CREATE TABLE access_log (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  actor_id TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  actor_kind TEXT NOT NULL CHECK (actor_kind IN ('person', 'token', 'service', 'system')),
  action TEXT NOT NULL,
  detail TEXT NOT NULL,
  request_id TEXT NOT NULL,
  address TEXT
) STRICT;
--> statement
CREATE INDEX access_by_actor ON access_log (actor_id, action, id);
--> statement
CREATE INDEX access_by_at ON access_log (at);
--> statement
-- How long both are kept, in days.
CREATE TABLE retention_policy (
  id TEXT PRIMARY KEY CHECK (id = 'policy'),
  version INTEGER NOT NULL,
  audit_days INTEGER NOT NULL CHECK (audit_days >= 90),
  access_days INTEGER NOT NULL CHECK (access_days >= 90)
) STRICT;
--> statement
INSERT INTO retention_policy VALUES ('policy', 1, 2557, 365);
--> statement
CREATE TRIGGER audit_never_changed BEFORE UPDATE ON audit BEGIN
  SELECT RAISE(ABORT, 'audit_append_only');
END;
--> statement
CREATE TRIGGER audit_never_deleted BEFORE DELETE ON audit
WHEN old.id > (SELECT ifnull(max(up_to), 0) FROM audit_retention) BEGIN
  SELECT RAISE(ABORT, 'audit_append_only');
END;
--> statement
-- REPLACE deletes without asking the trigger above. An id that is left to SQLite is below 0 here.
CREATE TRIGGER audit_never_replaced BEFORE INSERT ON audit
WHEN new.id > 0 AND new.id <= (SELECT ifnull(max(id), 0) FROM audit) BEGIN
  SELECT RAISE(ABORT, 'audit_append_only');
END;
--> statement
CREATE TRIGGER audit_told_once BEFORE INSERT ON audit
WHEN new.source IS NOT NULL AND EXISTS (SELECT 1 FROM audit WHERE source = new.source) BEGIN
  SELECT RAISE(IGNORE);
END;
--> statement
CREATE TRIGGER audit_index_insert AFTER INSERT ON audit BEGIN
  INSERT INTO audit_index (rowid, actor_name, label, changes)
  VALUES (new.id, new.actor_name, new.label, new.changes);
END;
--> statement
CREATE TRIGGER audit_index_delete AFTER DELETE ON audit BEGIN
  INSERT INTO audit_index (audit_index, rowid, actor_name, label, changes)
  VALUES ('delete', old.id, old.actor_name, old.label, old.changes);
END;
--> statement
CREATE TRIGGER audit_seals_never_changed BEFORE UPDATE ON audit_seals BEGIN
  SELECT RAISE(ABORT, 'audit_append_only');
END;
--> statement
CREATE TRIGGER audit_seals_never_deleted BEFORE DELETE ON audit_seals
WHEN old.id > (SELECT ifnull(max(up_to), 0) FROM audit_retention) BEGIN
  SELECT RAISE(ABORT, 'audit_append_only');
END;
--> statement
-- A seal that is there already stays as it is; sealing again is no error.
CREATE TRIGGER audit_seals_never_replaced BEFORE INSERT ON audit_seals
WHEN EXISTS (SELECT 1 FROM audit_seals WHERE id = new.id) BEGIN
  SELECT RAISE(IGNORE);
END;
--> statement
CREATE TRIGGER audit_retention_never_changed BEFORE UPDATE ON audit_retention BEGIN
  SELECT RAISE(ABORT, 'audit_append_only');
END;
--> statement
CREATE TRIGGER audit_retention_never_deleted BEFORE DELETE ON audit_retention BEGIN
  SELECT RAISE(ABORT, 'audit_append_only');
END;
--> statement
-- The one way to delete: up to a sealed row, and nothing that is younger than 90 days.
CREATE TRIGGER audit_retention_narrow BEFORE INSERT ON audit_retention
WHEN NOT EXISTS (SELECT 1 FROM audit_seals WHERE id = new.up_to AND hash = new.hash)
  OR EXISTS (SELECT 1 FROM audit WHERE id <= new.up_to
    AND at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-90 days')) BEGIN
  SELECT RAISE(ABORT, 'audit_retention_refused');
END;
--> statement
CREATE TRIGGER access_log_never_changed BEFORE UPDATE ON access_log BEGIN
  SELECT RAISE(ABORT, 'audit_append_only');
END;
--> statement
CREATE TRIGGER access_log_never_deleted BEFORE DELETE ON access_log
WHEN old.at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-90 days') BEGIN
  SELECT RAISE(ABORT, 'audit_append_only');
END;
--> statement
CREATE TRIGGER access_log_never_replaced BEFORE INSERT ON access_log
WHEN new.id > 0 AND new.id <= (SELECT ifnull(max(id), 0) FROM access_log) BEGIN
  SELECT RAISE(ABORT, 'audit_append_only');
END;
