-- The keys that an organization's built-in roles have met. A key of the code that is not here yet is given to the
-- built-in roles that have it by default, once: what the organization changed afterwards stays as it is.
CREATE TABLE known_permissions (
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  permission TEXT NOT NULL,
  PRIMARY KEY (organization_id, permission)
) STRICT, WITHOUT ROWID;
--> statement
-- Organizations from before this table know every key that any role has.
INSERT INTO known_permissions (organization_id, permission)
SELECT o.id, p.permission FROM organizations o CROSS JOIN (SELECT DISTINCT permission FROM role_permissions) p;
