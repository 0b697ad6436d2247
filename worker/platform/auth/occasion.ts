import { deviceName } from "#domain/identity/device.ts";
import { placeOf } from "#domain/identity/place.ts";
import type { Occasion } from "#domain/mail/model.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { RAW, type Ctx } from "#worker/platform/context.ts";
import { addressOf } from "#worker/platform/http/address.ts";

/** The signed-in person's request as the verbs that need no session see it: to count attempts by address. */
export function asPublic(ctx: Ctx): PublicCtx {
  const { env, control, origin, request } = ctx[RAW];
  if (!request) throw new Error("No request is being answered");
  const { clock, requestId, address } = ctx;
  const defer = (work: Promise<unknown>) => ctx.defer(work);
  return { env, clock, requestId, address, request, control, origin, defer };
}

const text = (value: unknown) => (typeof value === "string" ? value : null);

/**
 * When and from where a request came, as mails and the account's events tell it. Only Cloudflare's edge knows the country;
 * a local server makes one up.
 */
export function occasionOf(ctx: Pick<PublicCtx, "clock" | "env" | "request">): Occasion {
  const { headers } = ctx.request;
  const cf = ctx.env.ENVIRONMENT === "production" ? ctx.request.cf : undefined;
  return {
    at: isoNow(ctx.clock),
    device: deviceName(headers.get("user-agent")),
    place: placeOf(addressOf(ctx.request), text(cf?.["country"])),
    timeZone: text(cf?.["timezone"]),
  };
}
