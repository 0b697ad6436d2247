import { fail } from "#domain/errors.ts";
import type { Clock } from "#worker/platform/clock.ts";
import type { Authority } from "./authority.ts";

const FRESH_MS = 10 * 60_000;

/** Throws `auth.fresh_required` unless the person proved who they are within the last ten minutes. */
export function mustBeFresh(actor: Authority, clock: Clock): void {
  const age = clock.now() - Date.parse(actor.provenAt);
  if (!(age <= FRESH_MS)) fail("auth.fresh_required");
}

/** Throws `auth.factor_demanded` for whoever lacks the second factor that the organization demands, once the grace is over. */
export function mustHaveFactor(actor: Authority, clock: Clock): void {
  const { factorDue } = actor;
  if (factorDue !== null && clock.now() >= Date.parse(factorDue)) fail("auth.factor_demanded");
}
