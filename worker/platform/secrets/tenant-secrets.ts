import { RAW, type Ctx } from "#worker/platform/context.ts";
import type { Env } from "#worker/platform/env.ts";
import { seal, unseal, type Place } from "./seal.ts";

/** Where a secret stands in the organization's own database. */
type OwnPlace = Omit<Place, "owner">;

/** Seals a text for its place in the organization's database. */
export function sealFor(ctx: Ctx, place: OwnPlace, text: string): Promise<string> {
  return seal(ctx[RAW].env, { owner: ctx.tenant.organizationId, ...place }, text);
}

/** Opens what `sealFor` sealed for this place; null when it can't be opened. */
export function unsealFor(ctx: Ctx, place: OwnPlace, sealed: string): Promise<string | null> {
  return unsealOf(ctx[RAW].env, { owner: ctx.tenant.organizationId, ...place }, sealed);
}

/** The same without a request, for live objects. */
export function unsealOf(env: Env, place: Place, sealed: string): Promise<string | null> {
  return unseal(env, place, sealed).catch(() => null);
}
