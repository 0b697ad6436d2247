-- What every feature stands on: identity row, guard, audit, outbox, search, idempotency.
CREATE TABLE _meta (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  organization_id TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
--> statement
-- A guard row breaks a CHECK and with it the whole batch: 0 = a guarded write matched no row,
-- -1 = this database belongs to another organization.
CREATE TABLE _guard (
  ok INTEGER NOT NULL,
  CONSTRAINT guard_version CHECK (ok <> 0),
  CONSTRAINT guard_identity CHECK (ok >= 0)
) STRICT;
--> statement
CREATE TABLE audit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  actor_id TEXT NOT NULL,
  action TEXT NOT NULL,
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  changes TEXT NOT NULL,
  request_id TEXT NOT NULL
) STRICT;
--> statement
CREATE INDEX audit_by_entity ON audit (entity, entity_id, id);
--> statement
CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  actor_id TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  type TEXT NOT NULL,
  topic TEXT NOT NULL,
  permission TEXT NOT NULL,
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  after TEXT
) STRICT;
--> statement
CREATE TABLE search_docs (
  id INTEGER PRIMARY KEY,
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL UNIQUE,
  permission TEXT NOT NULL,
  title TEXT NOT NULL,
  subtitle TEXT NOT NULL,
  body TEXT NOT NULL,
  href TEXT NOT NULL
) STRICT;
--> statement
CREATE VIRTUAL TABLE search_index USING fts5 (
  title, subtitle, body,
  content = 'search_docs', content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
--> statement
CREATE TRIGGER search_docs_insert AFTER INSERT ON search_docs BEGIN
  INSERT INTO search_index (rowid, title, subtitle, body)
  VALUES (new.id, new.title, new.subtitle, new.body);
END;
--> statement
CREATE TRIGGER search_docs_delete AFTER DELETE ON search_docs BEGIN
  INSERT INTO search_index (search_index, rowid, title, subtitle, body)
  VALUES ('delete', old.id, old.title, old.subtitle, old.body);
END;
--> statement
CREATE TRIGGER search_docs_update AFTER UPDATE ON search_docs BEGIN
  INSERT INTO search_index (search_index, rowid, title, subtitle, body)
  VALUES ('delete', old.id, old.title, old.subtitle, old.body);
  INSERT INTO search_index (rowid, title, subtitle, body)
  VALUES (new.id, new.title, new.subtitle, new.body);
END;
--> statement
CREATE TABLE idempotency (
  actor_id TEXT NOT NULL,
  key TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  answer TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (actor_id, key)
) STRICT, WITHOUT ROWID;
