-- Databases of the firm that are asked from here.
CREATE TABLE connections (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('postgres', 'mysql')),
  host TEXT NOT NULL,
  port INTEGER NOT NULL,
  database TEXT NOT NULL,
  user TEXT NOT NULL,
  -- Sealed (worker/platform/secrets). A deleted row has none.
  password TEXT,
  password_set_at TEXT NOT NULL,
  tls TEXT NOT NULL CHECK (tls IN ('verified', 'off')),
  writer_accepted INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK ((password IS NULL) = (deleted_at IS NOT NULL))
) STRICT;
--> statement
-- What was last found there: JSON of domain/connections/catalogue.ts. Empty: nothing, or where the connection led before.
CREATE TABLE connection_catalogues (
  connection_id TEXT PRIMARY KEY,
  read_at TEXT,
  body TEXT,
  CHECK ((read_at IS NULL) = (body IS NULL))
) STRICT;
