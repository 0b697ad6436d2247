-- `*_key` columns hold the sort key of the text beside them (domain/collation.ts), null when it is empty.
CREATE TABLE clients (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL DEFAULT 1,
  company TEXT NOT NULL,
  company_key TEXT,
  contact TEXT NOT NULL DEFAULT '',
  contact_key TEXT,
  status TEXT NOT NULL CHECK (status IN ('prospect', 'client', 'archive')),
  stage TEXT NOT NULL CHECK (stage IN ('new', 'contacted', 'meeting', 'dev', 'signed', 'delivered')),
  stage_since TEXT NOT NULL,
  priority TEXT NOT NULL CHECK (priority IN ('low', 'medium', 'high', 'urgent')),
  sector TEXT NOT NULL DEFAULT '',
  sector_key TEXT,
  size TEXT CHECK (size IN ('TPE', 'PME', 'ETI', 'GE')),
  phone TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  next_action TEXT NOT NULL DEFAULT '',
  next_action_key TEXT,
  next_action_on TEXT,
  notes TEXT NOT NULL DEFAULT '',
  owner_id TEXT,
  estimated_minor INTEGER CHECK (estimated_minor >= 0),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
--> statement
CREATE INDEX clients_by_company ON clients (company_key, id) WHERE deleted_at IS NULL;
--> statement
CREATE INDEX clients_by_next_action ON clients (next_action_on, id) WHERE deleted_at IS NULL;
--> statement
CREATE INDEX clients_by_created ON clients (created_at, id) WHERE deleted_at IS NULL;
