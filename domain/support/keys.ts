import { PERMISSIONS, type Permission } from "#domain/permissions.ts";

/**
 * Keys that no support ever gets, whatever an owner chooses: ownership, roles, people and settings; what takes data out of the
 * house; what gives others access; what shortens the logs that tell of the support itself.
 */
const NEVER =
  /^identity\.(?!read$)|export|^tokens\.|^webhooks\.|^analytics\.share$|^audit\.manage$/;

/** Keys that an owner may choose for the support. */
export const SUPPORT_KEYS: readonly Permission[] = PERMISSIONS.filter((key) => !NEVER.test(key));

/** What the support gets unless an owner chooses more: reading. */
export const READING_KEYS: readonly Permission[] = SUPPORT_KEYS.filter((key) =>
  key.endsWith(".read"),
);

/** What the id of a grant begins with: in the audit it stands in the place of the person's. */
const GRANT = "grt_";

/** Whether an actor of the audit is the support under a grant. Ids are made by the server, so nobody can look like it. */
export function isSupport(actorId: string): boolean {
  return actorId.startsWith(GRANT);
}
