import { newId } from "#domain/ids.ts";
import { DEFAULT_ROLES, PERMISSIONS } from "#domain/permissions.ts";
import { write, type ControlWrite } from "./control-writes.ts";

/** The rows of the roles that an organization starts with, and which of them owns it. */
export function builtInRoles(organizationId: string, now: number) {
  const roles = Object.keys(DEFAULT_ROLES).map((slug) => ({ id: newId("rol", now), slug }));
  const owner = roles.find((role) => role.slug === "owner");
  if (!owner) throw new Error("No built-in role owns the organization");
  const rows = roles.map((role) =>
    write(
      "INSERT INTO roles (id, organization_id, slug) VALUES (?, ?, ?)",
      role.id,
      organizationId,
      role.slug,
    ),
  );
  return { roles, ownerId: owner.id, writes: [...rows, ...grantNewKeys(organizationId)] };
}

/**
 * Gives an organization's built-in roles the keys that the code has and the organization has not met yet. Belongs in
 * every batch that opens or goes on with a session: a feature's keys are there when its page is first loaded. Custom
 * roles, and keys that were met and taken away, stay as they are.
 */
export function grantNewKeys(organizationId: string): ControlWrite[] {
  return [
    write(
      `INSERT OR IGNORE INTO role_permissions (role_id, permission)
       SELECT r.id, key.value FROM roles r
       JOIN json_each(?1) built_in ON built_in.key = r.slug JOIN json_each(built_in.value) key
       WHERE r.organization_id = ?2 AND NOT EXISTS (
         SELECT 1 FROM known_permissions k WHERE k.organization_id = ?2 AND k.permission = key.value)`,
      JSON.stringify(DEFAULT_ROLES),
      organizationId,
    ),
    write(
      `INSERT OR IGNORE INTO known_permissions (organization_id, permission)
       SELECT ?1, value FROM json_each(?2)`,
      organizationId,
      JSON.stringify(PERMISSIONS),
    ),
  ];
}
