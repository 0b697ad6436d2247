import { SignJWT, errors, jwtVerify } from "jose";
import { z } from "zod";
import { fail } from "#domain/errors.ts";
import { newId } from "#domain/ids.ts";
import type { Clock } from "#worker/platform/clock.ts";
import type { Env } from "#worker/platform/env.ts";
import { TenantRef } from "#worker/platform/tenant-ref.ts";

const ISSUER = "aetheria";
const ACCESS_SECONDS = 15 * 60;
const TICKET_SECONDS = 30;
const DOWNLOAD_SECONDS = 5 * 60;

/** What an access token says. Authority is not in it: that is read beside the verb on each request. */
export interface AccessClaims {
  userId: string;
  sessionId: string;
  tenant: TenantRef;
}

/** What a socket ticket says: the room that it opens once, for whom, and where that room's data lives. */
export interface TicketClaims extends AccessClaims {
  room: string;
  ticketId: string;
  /** UTC milliseconds. */
  expiresAt: number;
}

const Access = z.object({
  sub: z.string(),
  sid: z.string(),
  org: z.string(),
  db: TenantRef.shape.binding,
});
const Ticket = Access.extend({ room: z.string(), jti: z.string(), exp: z.int() });

const Download = Access.extend({ archive: z.string() });

function key(env: Env): Uint8Array {
  return new TextEncoder().encode(env.AUTH_SECRET);
}

async function sign(
  env: Env,
  clock: Clock,
  claims: AccessClaims,
  kind: { typ: string; audience: string; seconds: number; extra?: Record<string, string> },
) {
  const issued = Math.floor(clock.now() / 1000);
  const token = await new SignJWT({
    sid: claims.sessionId,
    org: claims.tenant.organizationId,
    db: claims.tenant.binding,
    ...kind.extra,
  })
    .setProtectedHeader({ alg: "HS256", typ: kind.typ })
    .setIssuer(ISSUER)
    .setAudience(kind.audience)
    .setSubject(claims.userId)
    .setIssuedAt(issued)
    .setExpirationTime(issued + kind.seconds)
    .sign(key(env));
  return { token, expiresAt: new Date((issued + kind.seconds) * 1000).toISOString() };
}

async function verify(env: Env, clock: Clock, token: string, typ: string, audience: string) {
  const { payload } = await jwtVerify(token, key(env), {
    issuer: ISSUER,
    audience,
    typ,
    algorithms: ["HS256"],
    // Without it a token that names no end would have none.
    requiredClaims: ["exp"],
    currentDate: new Date(clock.now()),
  });
  return payload;
}

/** Signs an access token: 15 minutes, kept by the page in memory only. */
export function signAccess(env: Env, clock: Clock, claims: AccessClaims) {
  return sign(env, clock, claims, { typ: "at+jwt", audience: "api", seconds: ACCESS_SECONDS });
}

/** Reads an access token. Errors: `auth.expired` when its time is over, else `auth.required`. */
export async function verifyAccess(env: Env, clock: Clock, token: string): Promise<AccessClaims> {
  try {
    const claims = Access.parse(await verify(env, clock, token, "at+jwt", "api"));
    return {
      userId: claims.sub,
      sessionId: claims.sid,
      tenant: { organizationId: claims.org, binding: claims.db },
    };
  } catch (error) {
    return fail(error instanceof errors.JWTExpired ? "auth.expired" : "auth.required");
  }
}

/** Signs a ticket for one room: 30 seconds, single use. */
export function signTicket(env: Env, clock: Clock, claims: AccessClaims, room: string) {
  return sign(env, clock, claims, {
    typ: "ticket+jwt",
    audience: "socket",
    seconds: TICKET_SECONDS,
    extra: { room, jti: newId("tkt", clock.now()) },
  });
}

/** Signs a ticket that downloads one archive: five minutes, as often as a download breaks off and goes on. */
export function signDownload(env: Env, clock: Clock, claims: AccessClaims, archive: string) {
  return sign(env, clock, claims, {
    typ: "download+jwt",
    audience: "download",
    seconds: DOWNLOAD_SECONDS,
    extra: { archive },
  });
}

/** Reads the ticket of a download. Error: `export.link_invalid`, also when it is for another archive. */
export async function verifyDownload(
  env: Env,
  clock: Clock,
  token: string,
  archive: string,
): Promise<AccessClaims> {
  try {
    const payload = await verify(env, clock, token, "download+jwt", "download");
    const claims = Download.parse(payload);
    if (claims.archive !== archive) throw new Error("Another archive");
    return {
      userId: claims.sub,
      sessionId: claims.sid,
      tenant: { organizationId: claims.org, binding: claims.db },
    };
  } catch {
    return fail("export.link_invalid");
  }
}

/** Reads a ticket. The room itself sees to single use, by `ticketId`. Error: `auth.ticket_invalid`. */
export async function verifyTicket(env: Env, clock: Clock, token: string): Promise<TicketClaims> {
  try {
    const claims = Ticket.parse(await verify(env, clock, token, "ticket+jwt", "socket"));
    return {
      userId: claims.sub,
      sessionId: claims.sid,
      tenant: { organizationId: claims.org, binding: claims.db },
      room: claims.room,
      ticketId: claims.jti,
      expiresAt: claims.exp * 1000,
    };
  } catch {
    return fail("auth.ticket_invalid");
  }
}
