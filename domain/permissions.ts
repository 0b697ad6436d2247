import { auditPermissions } from "./audit/permissions.ts";
import { boardPermissions } from "./boards/permissions.ts";
import { clientPermissions } from "./clients/permissions.ts";
import { identityPermissions } from "./identity/permissions.ts";

/** Every permission key, `<feature>.<verb>`. Each feature declares its own. */
export const PERMISSIONS = [
  ...identityPermissions,
  ...clientPermissions,
  ...boardPermissions,
  ...auditPermissions,
] as const;

/** A key that a role may grant. */
export type Permission = (typeof PERMISSIONS)[number];

/** Who acts: the person and the keys that the person's role grants in this organization. */
export interface Actor {
  userId: string;
  name: string;
  permissions: readonly string[];
}

/** The one question of authority, asked alike by verb, Durable Object and page. */
export function can(actor: Pick<Actor, "permissions">, key: Permission): boolean {
  return actor.permissions.includes(key);
}

/** Roles that every organization starts with. They are rows: an organization may change them or add its own. */
export const DEFAULT_ROLES: Record<
  "owner" | "admin" | "manager" | "member" | "viewer",
  readonly Permission[]
> = {
  owner: PERMISSIONS,
  admin: PERMISSIONS.filter((key) => key !== "identity.own"),
  manager: PERMISSIONS.filter(
    (key) => key === "identity.read" || !/^(?:identity|audit)\./.test(key),
  ),
  member: ["identity.read", "clients.read", "clients.write", "boards.read", "boards.write"],
  viewer: ["identity.read", "clients.read", "boards.read"],
};
