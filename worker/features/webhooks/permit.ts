import { fail } from "#domain/errors.ts";
import { can, type Actor, type Permission } from "#domain/permissions.ts";
import { keysOf } from "#domain/webhooks/catalogue.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { refusalOf } from "#worker/platform/outbound/refusal-of.ts";

/**
 * A webhook reads for the organization what its receiver gets: whoever makes it, or changes where it goes or what it
 * sends, must hold the read keys of all of it. Error: `permission.denied`. @returns those keys.
 */
export function mustRead(actor: Actor, types: readonly string[]): Permission[] {
  const keys = keysOf(types);
  const lacking = keys.find((key) => !can(actor, key));
  if (lacking) fail("permission.denied", { permission: lacking });
  return keys;
}

/** Error: `webhook.url_refused` with why, for an address that nothing would be sent to. */
export function mustBeCallable(ctx: Ctx, url: string): void {
  const reason = refusalOf(ctx, url);
  if (reason) fail("webhook.url_refused", { reason });
}
