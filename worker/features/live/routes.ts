import { createTicket } from "#domain/live/api.ts";
import { bind } from "#worker/platform/bind.ts";
import { mintTicket } from "./mint-ticket.ts";

export const liveRoutes = [bind(createTicket, (ctx, { body }) => mintTicket(ctx, body.room))];
