import { newId } from "#domain/ids.ts";
import { DEFAULT_ROLES } from "#domain/permissions.ts";
import { write, type ControlWrite } from "#worker/platform/auth/control-writes.ts";

/** The rows of the roles that an organization starts with, and which of them owns it. */
export function defaultRoles(
  organizationId: string,
  now: number,
): { ownerId: string; writes: ControlWrite[] } {
  const roles = Object.entries(DEFAULT_ROLES).map(([slug, permissions]) => {
    return { id: newId("rol", now), slug, permissions };
  });
  const owner = roles.find((role) => role.permissions.includes("identity.own"));
  if (!owner) throw new Error("No default role owns the organization");
  const writes = roles.flatMap((role) => [
    write(
      "INSERT INTO roles (id, organization_id, slug) VALUES (?, ?, ?)",
      role.id,
      organizationId,
      role.slug,
    ),
    write(
      "INSERT INTO role_permissions (role_id, permission) SELECT ?, value FROM json_each(?)",
      role.id,
      JSON.stringify(role.permissions),
    ),
  ]);
  return { ownerId: owner.id, writes };
}
