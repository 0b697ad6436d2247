import type { MiddlewareHandler } from "hono";
import { fail } from "#domain/errors.ts";
import { newId } from "#domain/ids.ts";
import { clockOf } from "#worker/platform/clock.ts";
import { limitHeaders } from "#worker/platform/limit/take-request.ts";
import { log } from "#worker/platform/log.ts";
import type { Env } from "#worker/platform/env.ts";
import { addressOf } from "./address.ts";
import type { AppEnv } from "./vars.ts";

const MAX_BODY = 1024 * 1024;

/** A path as it may be logged: ids stay, anything else that is long and opaque may be a token and does not. */
export function loggedPath(path: string): string {
  return path.replaceAll(/[^/]{20,}/g, (part) =>
    /^[a-z]{3}_[0-9A-HJKMNP-TV-Z]{26}$/.test(part) ? part : "…",
  );
}

/** Gives the request its id and writes one log line when it is answered. */
export const requestLog: MiddlewareHandler<AppEnv> = async (c, next) => {
  c.set("requestId", newId("req"));
  c.set("clock", clockOf(c.env));
  c.set("meter", null);
  c.set("caller", null);
  c.set("problem", null);
  c.set("allowance", null);
  const started = Date.now();
  await next();
  const meter = c.get("meter");
  // The answer to an upgrade comes from a room and can't be changed.
  const open = c.res.status === 101;
  if (!open) c.res.headers.set("x-request-id", c.get("requestId"));
  if (meter && !open) {
    const { calls, depth, statements } = meter;
    const told = `calls ${calls}, depth ${depth}, statements ${statements}`;
    c.res.headers.set("server-timing", `d1;desc="${told}"`);
  }
  log("info", "request", {
    requestId: c.get("requestId"),
    method: c.req.method,
    path: loggedPath(c.req.path),
    status: c.res.status,
    code: c.get("problem"),
    ...c.get("caller"),
    address: addressOf(c.req.raw),
    ms: Date.now() - started,
    d1Calls: meter?.calls ?? 0,
    d1Depth: meter?.depth ?? 0,
  });
};

/** Adds what an answer carries that is no page: nobody keeps, frames or sniffs it. What it says by itself stays. */
export function closeHeaders(headers: Headers): void {
  if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
  headers.set("x-content-type-options", "nosniff");
  headers.set("referrer-policy", "no-referrer");
  headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
  headers.set("cross-origin-resource-policy", "same-origin");
  if (!headers.has("content-security-policy")) {
    headers.set("content-security-policy", "default-src 'none'; frame-ancestors 'none'");
  }
}

/** Headers of every API answer. The pages' own headers stand in web/public/_headers. */
export const apiHeaders: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  // The answer to an upgrade comes from a room and can't be changed.
  if (c.res.status === 101) return;
  const headers = c.res.headers;
  const allowance = c.get("allowance");
  for (const [name, value] of Object.entries(allowance ? limitHeaders(allowance) : {}))
    headers.set(name, value);
  closeHeaders(headers);
};

/** Whether a page of this origin may call the API: the Worker's own, or one of the exact list. */
export function allowedOrigin(env: Env, requestUrl: string, origin: string): boolean {
  const list = env.ALLOWED_ORIGINS?.split(",").map((item) => item.trim()) ?? [];
  // A list that is set but empty must not let those in who name no origin.
  if (origin === "") return false;
  return origin === new URL(requestUrl).origin || list.includes(origin);
}

/** Refuses what comes to production unencrypted. No redirect: a client would go on sending its token in the clear. */
export const encryptedOnly: MiddlewareHandler<AppEnv> = async (c, next) => {
  const open = new URL(c.req.url).protocol === "http:";
  if (open && c.env.ENVIRONMENT === "production") fail("request.insecure");
  await next();
};

/** Refuses mutations that another site's page sends, and bodies that aren't JSON. */
export const crossSite: MiddlewareHandler<AppEnv> = async (c, next) => {
  const safe = c.req.method === "GET" || c.req.method === "HEAD";
  const origin = c.req.header("origin");
  if (origin && !allowedOrigin(c.env, c.req.url, origin) && !safe) fail("request.cross_site");
  if (!safe && c.req.header("sec-fetch-site") === "cross-site") fail("request.cross_site");
  const type = c.req.header("content-type") ?? "";
  // A body that comes in pieces tells no length.
  const sent = c.req.raw.body !== null && c.req.header("content-length") !== "0";
  if (!safe && sent && !/^application\/json\b/i.test(type)) fail("request.unsupported_type");
  await next();
};

/** The bytes of a body that tells no length. Stops reading, with `request.too_large`, where it grows beyond the limit. */
async function readAtMost(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > limit) fail("request.too_large", { limit });
    parts.push(part);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Refuses bodies over 1 MiB, told or found while reading. */
export const bodyLimit: MiddlewareHandler<AppEnv> = async (c, next) => {
  const length = Number(c.req.header("content-length") ?? "0");
  if (length > MAX_BODY) fail("request.too_large", { limit: MAX_BODY });
  const { body, method } = c.req.raw;
  // The body of a GET is read by nobody.
  if (body && method !== "GET" && method !== "HEAD" && !c.req.header("content-length")) {
    // Read here and handed on: a copy beside the original would hold what the limit is there to keep out.
    c.req.raw = new Request(c.req.raw, { method, body: await readAtMost(body, MAX_BODY) });
  }
  await next();
};

/**
 * The outer ring of rate limits, approximate, by address: what a request says of itself is not proven yet. Wide enough for
 * an office behind one address; the exact limit of each person stands in `limit/take-request.ts`.
 */
export const outerLimit: MiddlewareHandler<AppEnv> = async (c, next) => {
  const address = addressOf(c.req.raw) ?? "local";
  const { success } = await c.env.LIMIT_API.limit({ key: address });
  if (!success) fail("request.rate_limited", { seconds: 60 }, { "retry-after": "60" });
  await next();
};
