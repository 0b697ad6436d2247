-- Where committed events are sent. What was sent stands with the object that sends (durable-objects/webhooks).
CREATE TABLE webhook_endpoints (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  url TEXT NOT NULL,
  description TEXT NOT NULL,
  -- JSON lists: event types, and the read keys that its maker held.
  types TEXT NOT NULL,
  permissions TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('active', 'paused')),
  paused_reason TEXT CHECK (paused_reason IN ('person', 'gone', 'failing')),
  paused_at TEXT,
  -- Sealed (worker/platform/secrets). A deleted row has none.
  secret TEXT,
  previous_secret TEXT,
  previous_until TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK ((secret IS NULL) = (deleted_at IS NOT NULL)),
  CHECK ((state = 'paused') = (paused_reason IS NOT NULL))
) STRICT;
