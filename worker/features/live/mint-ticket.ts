import { can } from "#domain/permissions.ts";
import { fail } from "#domain/errors.ts";
import { mintSocketTicket } from "#worker/platform/auth/socket-ticket.ts";
import type { Ctx } from "#worker/platform/context.ts";

/** Mints a ticket for one room. Boards ask for `boards.read`; the live room filters by topic itself. */
export async function mintTicket(ctx: Ctx, room: string) {
  const actor = await ctx.actor();
  if (room !== "live" && !can(actor, "boards.read")) {
    fail("permission.denied", { permission: "boards.read" });
  }
  return mintSocketTicket(ctx, room);
}
