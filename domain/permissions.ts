import { analyticsPermissions } from "./analytics/permissions.ts";
import { auditPermissions } from "./audit/permissions.ts";
import { boardPermissions } from "./boards/permissions.ts";
import { clientPermissions } from "./clients/permissions.ts";
import { identityPermissions } from "./identity/permissions.ts";
import { notePermissions } from "./notes/permissions.ts";
import { webhookPermissions } from "./webhooks/permissions.ts";
import { tokenPermissions } from "./tokens/permissions.ts";

/** Every permission key, `<feature>.<verb>`. Each feature declares its own. */
export const PERMISSIONS = [
  ...identityPermissions,
  ...clientPermissions,
  ...boardPermissions,
  ...notePermissions,
  ...analyticsPermissions,
  ...auditPermissions,
  ...webhookPermissions,
  ...tokenPermissions,
] as const;

/** A key that a role may grant. */
export type Permission = (typeof PERMISSIONS)[number];

/** Keys that a person holds in one division alone. */
export interface Scope {
  divisionId: string;
  permissions: readonly string[];
}

/** Who acts: the person, the keys that hold in the whole organization, and those that hold in a division. */
export interface Actor {
  userId: string;
  name: string;
  permissions: readonly string[];
  scopes?: readonly Scope[];
}

/** The one question of authority, asked alike by verb, Durable Object and page. */
export function can(actor: Pick<Actor, "permissions">, key: Permission): boolean {
  return actor.permissions.includes(key);
}

/**
 * Whether the actor holds a key in the whole organization or, where one is named, in that division. Without a division
 * it is `can`: a key that is held in a division alone opens nothing else.
 */
export function allows(
  actor: Pick<Actor, "permissions" | "scopes">,
  key: Permission,
  divisionId?: string,
): boolean {
  if (can(actor, key)) return true;
  const scope = actor.scopes?.find((one) => one.divisionId === divisionId);
  return scope?.permissions.includes(key) ?? false;
}

/** Whether a role is what somebody new is offered first: takes part in the work, manages nobody. */
export function isFirstOffer(role: { slug: string }): boolean {
  return role.slug === "member";
}

/** Roles that every organization starts with. They are rows: an organization may change them or add its own. */
export const DEFAULT_ROLES: Record<
  "owner" | "admin" | "manager" | "member" | "viewer",
  readonly Permission[]
> = {
  owner: PERMISSIONS,
  admin: PERMISSIONS.filter((key) => key !== "identity.own"),
  manager: PERMISSIONS.filter(
    (key) =>
      key === "identity.read" ||
      key === "tokens.create" ||
      !/^(?:identity|audit|tokens|webhooks)\./.test(key),
  ),
  member: [
    "identity.read",
    "clients.read",
    "clients.write",
    "boards.read",
    "boards.write",
    "notes.read",
    "notes.write",
    "analytics.read",
    "analytics.write",
    "analytics.ask",
    "tokens.create",
  ],
  viewer: ["identity.read", "clients.read", "boards.read", "notes.read", "analytics.read"],
};
