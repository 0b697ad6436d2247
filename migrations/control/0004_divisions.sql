-- Parts of an organization, such as an agency or a trade.
CREATE TABLE divisions (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  name TEXT NOT NULL COLLATE NOCASE,
  created_at TEXT NOT NULL,
  UNIQUE (organization_id, name)
) STRICT;
--> statement
-- Who belongs to a division. `role_id` grants its keys in this division alone, beside the role of the membership; NULL
-- belongs without further keys. Ends with the membership.
CREATE TABLE memberships_divisions (
  division_id TEXT NOT NULL REFERENCES divisions (id),
  organization_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  role_id TEXT REFERENCES roles (id),
  created_at TEXT NOT NULL,
  PRIMARY KEY (division_id, user_id),
  FOREIGN KEY (organization_id, user_id) REFERENCES memberships (organization_id, user_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
--> statement
CREATE INDEX memberships_divisions_by_member ON memberships_divisions (organization_id, user_id);
--> statement
CREATE INDEX memberships_divisions_by_role ON memberships_divisions (role_id);
