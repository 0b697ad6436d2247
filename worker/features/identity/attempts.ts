import {
  ACCOUNT_BACK_OFF,
  ADDRESS_BACK_OFF,
  ANYWHERE_BACK_OFF,
  FORGET_SECONDS,
  addressScope,
  waits,
  type BackOff,
} from "#domain/identity/back-off.ts";
import { fail } from "#domain/errors.ts";
import { commitControl, publicScope } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { write, type ControlWrite } from "#worker/platform/auth/control-writes.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import { hmac } from "#worker/platform/bytes.ts";

/** An attempt that was let through and counted. Success takes the count back. */
export interface Attempt {
  /** Writes that belong in the batch of whatever the attempt led to. */
  success: ControlWrite[];
}

// ?1 scope, ?2 now, ?3 instants until which the next attempt waits, by count, ?4 the last index of those,
// ?5 the instant before which a count is forgotten, ?6 a scope that must not be blocked either.
const COUNT = `
INSERT INTO sign_in_attempts (scope, failures, blocked_until, updated_at)
SELECT ?1, 1, json_extract(?3, '$[1]'), ?2
WHERE NOT EXISTS (SELECT 1 FROM sign_in_attempts WHERE scope = ?6 AND blocked_until > ?2)
ON CONFLICT (scope) DO UPDATE SET
  failures = CASE WHEN updated_at < ?5 THEN 1 ELSE failures + 1 END,
  blocked_until = CASE WHEN updated_at < ?5 THEN json_extract(?3, '$[1]')
    ELSE json_extract(?3, '$[' || min(failures + 1, ?4) || ']') END,
  updated_at = ?2
WHERE blocked_until <= ?2
RETURNING failures`;

const iso = (ms: number) => new Date(ms).toISOString();

function count(scope: string, besides: string, backOff: BackOff, now: number): ControlWrite {
  const until = waits(backOff).map((seconds) => iso(now + seconds * 1000));
  const forget = iso(now - FORGET_SECONDS * 1000);
  return write(COUNT, scope, iso(now), JSON.stringify(until), until.length - 1, forget, besides);
}

/**
 * Counts an attempt before anything costly is done for it, and refuses it while its address, or its account from
 * that address, has to wait. Attempts sent side by side are counted one after the other. Scopes are keyed
 * hashes: neither address nor email is stored. `anywhere` counts the account from every address as well: only where a
 * stranger can't come to attempt anything, or they could keep the person out.
 * Error: `request.rate_limited` with `seconds` and Retry-After.
 */
export async function countAttempt(
  ctx: PublicCtx,
  account: string,
  anywhere = false,
): Promise<Attempt> {
  const address = addressScope(ctx.request.headers.get("cf-connecting-ip") ?? "local");
  const { success } = await ctx.env.LIMIT_AUTH.limit({ key: address });
  if (!success) return refuse(60);
  const [byAddress, byAccount, everywhere] = await Promise.all([
    hmac(ctx.env.AUTH_SECRET, `attempts ${address}`),
    hmac(ctx.env.AUTH_SECRET, `attempts ${address} ${account}`),
    hmac(ctx.env.AUTH_SECRET, `attempts anywhere ${account}`),
  ]);
  const now = ctx.clock.now();
  const { rows } = await commitControl(publicScope(ctx), {
    writes: [
      count(byAccount, byAddress, ACCOUNT_BACK_OFF, now),
      count(byAddress, byAddress, ADDRESS_BACK_OFF, now),
      ...(anywhere ? [count(everywhere, everywhere, ANYWHERE_BACK_OFF, now)] : []),
    ],
    answer: null,
  });
  if (rows.some((list) => list.length === 0)) {
    const row = await controlDb(ctx).first<{ until: string }>(
      "SELECT max(blocked_until) AS until FROM sign_in_attempts WHERE scope IN (?, ?, ?)",
      byAccount,
      byAddress,
      everywhere,
    );
    return refuse(Math.ceil((Date.parse(row?.until ?? "") - now) / 1000));
  }
  return {
    success: [
      write("DELETE FROM sign_in_attempts WHERE scope IN (?, ?)", byAccount, everywhere),
      write(
        "UPDATE sign_in_attempts SET failures = max(failures - 1, 0), blocked_until = ? WHERE scope = ?",
        new Date(now).toISOString(),
        byAddress,
      ),
    ],
  };
}

function refuse(wait: number): never {
  const seconds = Math.max(1, Number.isFinite(wait) ? wait : 60);
  return fail("request.rate_limited", { seconds }, { "retry-after": String(seconds) });
}
