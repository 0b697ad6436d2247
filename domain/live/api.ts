import { z } from "zod";
import { defineRoute } from "#domain/route.ts";

/** A room that a socket may open: the organization's live events, or one board. */
export const RoomName = z.union([z.literal("live"), z.string().regex(/^boards\/brd_\w{26}$/)]);

export const createTicket = defineRoute({
  method: "post",
  path: "/live/tickets",
  permission: "member",
  summary: "Mint a single-use ticket that opens one socket within 30 seconds",
  body: z.strictObject({ room: RoomName }),
  output: z.strictObject({ ticket: z.string(), expiresAt: z.iso.datetime() }),
  status: 201,
  idempotencyKey: false,
});
