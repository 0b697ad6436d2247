import { RAW, type Ctx } from "#worker/platform/context.ts";
import { signTicket } from "./tokens.ts";

/** Signs a 30-second ticket for one room in the name of whoever asks. */
export async function mintSocketTicket(ctx: Ctx, room: string) {
  const { userId, sessionId, tenant } = ctx;
  const claims = { userId, sessionId, tenant };
  const { token, expiresAt } = await signTicket(ctx[RAW].env, ctx.clock, claims, room);
  return { ticket: token, expiresAt };
}
