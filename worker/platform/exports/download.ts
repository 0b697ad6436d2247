import { fail } from "#domain/errors.ts";
import { can } from "#domain/permissions.ts";
import { readAuthority } from "#worker/platform/auth/authority.ts";
import { mustHaveFactor } from "#worker/platform/auth/fresh.ts";
import { signDownload, verifyDownload } from "#worker/platform/auth/tokens.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { RAW, type Ctx } from "#worker/platform/context.ts";
import { archiveKey } from "./archive-store.ts";

/** A ticket in an address would be kept by logs and histories: it travels as a cookie, to this one address. */
const COOKIE = "__Secure-aetheria_download";

const pathOf = (exportId: string) => `/api/v1/exports/${exportId}/archive`;

/** Signs the ticket of a download in the name of whoever asks. @returns the address, and the cookie that opens it. */
export async function mintDownload(ctx: Ctx, exportId: string) {
  const { userId, sessionId, tenant } = ctx;
  const claims = { userId, sessionId, tenant };
  const { token, expiresAt } = await signDownload(ctx[RAW].env, ctx.clock, claims, exportId);
  const seconds = Math.round((Date.parse(expiresAt) - ctx.clock.now()) / 1000);
  const path = pathOf(exportId);
  const cookie = `${COOKIE}=${token}; Path=${path}; Max-Age=${seconds}; HttpOnly; Secure; SameSite=Strict`;
  return { path, expiresAt, cookie };
}

/** The ticket that the browser sends; empty when it has none. */
function ticketOf(request: Request): string {
  const pairs = (request.headers.get("cookie") ?? "").split(/;\s*/);
  const found = pairs.find((pair) => pair.startsWith(`${COOKIE}=`));
  return found?.slice(COOKIE.length + 1) ?? "";
}

/** `bytes=5-`, `bytes=5-9` or `bytes=-4` of so many bytes: offset and length. Null for anything else. */
function rangeOf(header: string, size: number): { offset: number; length: number } | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header);
  const [from, to] = [match?.[1] ?? "", match?.[2] ?? ""];
  if (!match || (from === "" && to === "")) return null;
  const offset = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  return offset > last ? null : { offset, length: last - offset + 1 };
}

/**
 * Streams an archive, or the range that is asked for, to whoever the ticket names, while that person still owns the
 * organization: a session that ended, or a role that was taken, ends the link too.
 * Errors: `export.link_invalid`, `export.no_archive`, `export.range_invalid`.
 */
export async function streamArchive(ctx: PublicCtx, input: { id: string }): Promise<Response> {
  const claims = await verifyDownload(ctx.env, ctx.clock, ticketOf(ctx.request), input.id);
  const actor = await readAuthority(ctx.control, claims, isoNow(ctx.clock));
  if (!can(actor, "identity.own")) return fail("permission.denied", { permission: "identity.own" });
  mustHaveFactor(actor, ctx.clock);
  const key = archiveKey(claims.tenant, input.id);
  const head = await ctx.env.FILES.head(key);
  if (!head) return fail("export.no_archive");
  const asked = ctx.request.headers.get("range");
  // Another archive under the same address would not go on where the first one broke off.
  const same = ctx.request.headers.get("if-range");
  const range =
    asked && (same === null || same === head.httpEtag) ? rangeOf(asked, head.size) : null;
  if (asked && same === null && !range) {
    return fail("export.range_invalid", {}, { "content-range": `bytes */${head.size}` });
  }
  const found = await ctx.env.FILES.get(key, range ? { range } : {});
  if (!found) return fail("export.no_archive");
  const { offset, length } = range ?? { offset: 0, length: head.size };
  const day = head.uploaded.toISOString().slice(0, 10);
  return new Response(found.body, {
    status: range ? 206 : 200,
    headers: {
      "content-type": "application/zip",
      "content-length": String(length),
      "content-disposition": `attachment; filename="aetheria-${day}.zip"`,
      "accept-ranges": "bytes",
      etag: head.httpEtag,
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
      ...(range ? { "content-range": `bytes ${offset}-${offset + length - 1}/${head.size}` } : {}),
    },
  });
}
