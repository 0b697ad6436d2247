import { fail } from "#domain/errors.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";

/** For whom passkeys are made: they sign for this origin and no other, so that no other site can use what they sign. */
export function relyingParty(ctx: Pick<PublicCtx, "env" | "origin">) {
  const origin = ctx.env.APP_ORIGIN ?? ctx.origin;
  if (origin === "") return fail("server.unavailable");
  return { origin: new URL(origin).origin, id: new URL(origin).hostname, name: "Aetheria" };
}
