import type { MiddlewareHandler } from "hono";
import { fail } from "#domain/errors.ts";
import { newId } from "#domain/ids.ts";
import { systemClock } from "#worker/platform/clock.ts";
import { log } from "#worker/platform/log.ts";
import type { Env } from "#worker/platform/env.ts";
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
  c.set("clock", systemClock);
  c.set("meter", null);
  const started = Date.now();
  await next();
  const meter = c.get("meter");
  // The answer to an upgrade comes from a room and can't be changed.
  const open = c.res.status === 101;
  if (!open) c.res.headers.set("x-request-id", c.get("requestId"));
  if (meter && !open) {
    c.res.headers.set("server-timing", `d1;desc="calls ${meter.calls}, depth ${meter.depth}"`);
  }
  log("info", "request", {
    requestId: c.get("requestId"),
    method: c.req.method,
    path: loggedPath(c.req.path),
    status: c.res.status,
    ms: Date.now() - started,
    d1Calls: meter?.calls ?? 0,
    d1Depth: meter?.depth ?? 0,
  });
};

/** Headers of every API answer. The pages' own headers stand in web/public/_headers. */
export const apiHeaders: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  const headers = c.res.headers;
  if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
  headers.set("x-content-type-options", "nosniff");
  headers.set("referrer-policy", "no-referrer");
  headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
  headers.set("cross-origin-resource-policy", "same-origin");
  if (!headers.has("content-security-policy")) {
    headers.set("content-security-policy", "default-src 'none'; frame-ancestors 'none'");
  }
};

/** Whether a page of this origin may call the API: the Worker's own, or one of the exact list. */
export function allowedOrigin(env: Env, requestUrl: string, origin: string): boolean {
  const list = env.ALLOWED_ORIGINS?.split(",").map((item) => item.trim()) ?? [];
  return origin === new URL(requestUrl).origin || list.includes(origin);
}

/** Refuses mutations that another site's page sends, and bodies that aren't JSON. */
export const crossSite: MiddlewareHandler<AppEnv> = async (c, next) => {
  const safe = c.req.method === "GET" || c.req.method === "HEAD";
  const origin = c.req.header("origin");
  if (origin && !allowedOrigin(c.env, c.req.url, origin) && !safe) fail("request.cross_site");
  if (!safe && c.req.header("sec-fetch-site") === "cross-site") fail("request.cross_site");
  const type = c.req.header("content-type") ?? "";
  const length = Number(c.req.header("content-length") ?? "0");
  if (!safe && length > 0 && !/^application\/json\b/i.test(type)) fail("request.unsupported_type");
  await next();
};

/** Refuses bodies over 1 MiB, told or found while reading. */
export const bodyLimit: MiddlewareHandler<AppEnv> = async (c, next) => {
  const length = Number(c.req.header("content-length") ?? "0");
  if (length > MAX_BODY) fail("request.too_large", { limit: MAX_BODY });
  if (c.req.raw.body && !c.req.header("content-length")) {
    const bytes = await c.req.raw.clone().arrayBuffer();
    if (bytes.byteLength > MAX_BODY) fail("request.too_large", { limit: MAX_BODY });
  }
  await next();
};

/** The outer ring of rate limits, by person where there is a token and by address where there is none. */
export const outerLimit: MiddlewareHandler<AppEnv> = async (c, next) => {
  const address = c.req.header("cf-connecting-ip") ?? "local";
  const token = c.req.header("authorization")?.slice(-43);
  const { success } = await c.env.LIMIT_API.limit({ key: token ?? address });
  if (!success) fail("request.rate_limited", { seconds: 60 }, { "retry-after": "60" });
  await next();
};
