import { fail } from "#domain/errors.ts";
import { sha256 } from "./bytes.ts";
import { RAW, type Ctx, type Idempotency } from "./context.ts";

const KEY = /^[\w.:-]{8,128}$/;

/**
 * Reads the `Idempotency-Key` header together with what the request asks.
 * Error: `request.idempotency_key` when the key is not 8–128 letters, digits, `_ . : -`.
 */
export async function readIdempotency(request: Request): Promise<Idempotency | null> {
  const key = request.headers.get("idempotency-key");
  if (key === null) return null;
  if (!KEY.test(key)) return fail("request.idempotency_key");
  const path = new URL(request.url).pathname;
  const text = `${request.method} ${path}\n${await request.clone().text()}`;
  return { key, fingerprint: await sha256(text) };
}

interface Stored {
  fingerprint: string;
  answer: string;
}

/**
 * The answer that this key got before, if any. Error: `request.idempotency_reuse` when the key came with another
 * request.
 */
export async function storedAnswer(ctx: Ctx): Promise<{ answer: unknown } | null> {
  if (!ctx.idempotency) return null;
  const row = await ctx[RAW].session
    .prepare("SELECT fingerprint, answer FROM idempotency WHERE actor_id = ? AND key = ?")
    .bind(ctx.userId, ctx.idempotency.key)
    .first<Stored>();
  if (!row) return null;
  if (row.fingerprint !== ctx.idempotency.fingerprint) return fail("request.idempotency_reuse");
  return { answer: JSON.parse(row.answer) as unknown };
}
