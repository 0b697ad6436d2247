import { fail } from "#domain/errors.ts";
import { can, type Actor, type Permission } from "#domain/permissions.ts";
import { EVERY_TYPE, keysOf } from "#domain/webhooks/catalogue.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { refusalOf } from "#worker/platform/outbound/refusal-of.ts";

/** Throws `permission.denied` unless the actor holds each of these keys. */
export function mustHold(actor: Actor, keys: readonly string[]): void {
  const lacking = keys.find((key) => !can(actor, key as Permission));
  if (lacking) fail("permission.denied", { permission: lacking });
}

/**
 * The keys by which a webhook reads for the organization: never more than those of whoever makes it, or changes where it
 * goes or what it sends. Chosen types ask for all of theirs; "every type" is every one that its maker may read.
 * Error: `permission.denied`.
 */
export function readKeys(actor: Actor, types: readonly string[]): Permission[] {
  const keys = keysOf(types);
  const held = keys.filter((key) => can(actor, key));
  if (!types.includes(EVERY_TYPE) || held.length === 0) mustHold(actor, keys);
  return held;
}

/** Error: `webhook.url_refused` with why, for an address that nothing would be sent to. */
export function mustBeCallable(ctx: Ctx, url: string): void {
  const reason = refusalOf(ctx, url);
  if (reason) fail("webhook.url_refused", { reason });
}
