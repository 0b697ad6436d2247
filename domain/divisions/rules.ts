import { allows, type Actor, type Permission } from "#domain/permissions.ts";

/** Whether the actor holds each of these keys, in the whole organization or in that division. */
export function reaches(
  actor: Pick<Actor, "permissions" | "scopes">,
  keys: readonly string[],
  divisionId: string,
): boolean {
  return keys.every((key) => allows(actor, key as Permission, divisionId));
}

/** Whether a role may be given in a division alone: what owns the organization can't. */
export function isScopable(role: { permissions: readonly string[] }): boolean {
  return !role.permissions.includes("identity.own");
}
