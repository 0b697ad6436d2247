import { Hono } from "hono";
import { fail } from "#domain/errors.ts";
import { verifyTicket, type TicketClaims } from "#worker/platform/auth/tokens.ts";
import type { Env } from "#worker/platform/env.ts";
import { roomName } from "#worker/platform/tenant.ts";
import { allowedOrigin, apiHeaders, encryptedOnly, requestLog } from "./guards.ts";
import { problemOf } from "./problem.ts";
import type { AppEnv } from "./vars.ts";

/** The subprotocol of every socket. The ticket travels as a second one, so it never stands in an address. */
const PROTOCOL = "aetheria.v1";
const CLAIMS = "x-aetheria-claims";

/** The room's side of a verified upgrade. Only the Worker can reach a room, so the header can be trusted. */
export function upgradeClaims(request: Request): TicketClaims {
  return JSON.parse(request.headers.get(CLAIMS) ?? "null") as TicketClaims;
}

/** Accepts the upgrade under our subprotocol. */
export function upgraded(client: WebSocket): Response {
  return new Response(null, {
    status: 101,
    webSocket: client,
    headers: { "sec-websocket-protocol": PROTOCOL },
  });
}

function roomOf(env: Env, claims: TicketClaims) {
  const namespace = claims.room === "live" ? env.OUTBOX_ROOM : env.BOARD_ROOM;
  const room = claims.room === "live" ? "outbox" : claims.room;
  return namespace.getByName(roomName(claims.tenant, room));
}

/** `/ws/live` and `/ws/boards/{id}`: exact Origin, a ticket for exactly this room, then the room's own object. */
export function socketRoutes(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.onError(problemOf);
  app.use(requestLog, apiHeaders, encryptedOnly);
  app.get("*", async (c) => {
    const origin = c.req.header("origin") ?? "";
    if (!allowedOrigin(c.env, c.req.url, origin)) fail("request.cross_site");
    if (c.req.header("upgrade")?.toLowerCase() !== "websocket") fail("route.not_found");
    const [protocol, ticket] = (c.req.header("sec-websocket-protocol") ?? "").split(/,\s*/);
    if (protocol !== PROTOCOL || !ticket) return fail("auth.ticket_invalid");
    const claims = await verifyTicket(c.env, c.get("clock"), ticket);
    if (claims.room !== c.req.path.replace("/ws/", "")) fail("auth.ticket_invalid");
    const headers = new Headers(c.req.raw.headers);
    headers.set(CLAIMS, JSON.stringify(claims));
    headers.set("x-request-id", c.get("requestId"));
    const answer = await roomOf(c.env, claims).fetch(c.req.url, { headers });
    return answer.status === 101 ? answer : fail("auth.ticket_invalid");
  });
  return app;
}
