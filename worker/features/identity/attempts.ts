import {
  ACCOUNT_BACK_OFF,
  ADDRESS_BACK_OFF,
  ANYWHERE_BACK_OFF,
  FORGET_SECONDS,
  STRANGERS_BACK_OFF,
  addressScope,
  waits,
  type BackOff,
} from "#domain/identity/back-off.ts";
import { fail } from "#domain/errors.ts";
import { commitControl, publicScope } from "#worker/platform/auth/control-commit.ts";
import { write, type AuthEvent, type ControlWrite } from "#worker/platform/auth/control-writes.ts";
import { readDevice } from "#worker/platform/auth/device-cookie.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import { addressOf } from "#worker/platform/http/address.ts";
import { hmac, sha256 } from "#worker/platform/bytes.ts";

/** An attempt that was let through and counted. Success takes the count back. */
export interface Attempt {
  /** Writes that belong in the batch of whatever the attempt led to. */
  success: ControlWrite[];
  /** What a failure is beside itself: the one after which attempts begin to wait. */
  slowed(userId: string | null): AuthEvent[];
}

/** Whose account is tried: what all browsers that the person never used share a count of. */
type Person = { email: string } | { userId: string };

/** A count: what it counts, and when the next attempt may follow, by how many there were. */
interface Count {
  scope: string;
  backOff: BackOff;
  /** 1: of browsers that the person has used. 0: of all others. Null: of any. */
  known: 0 | 1 | null;
}

// ?1 now, ?2 the counts, each with the instants until which the next attempt waits, ?3 the browser, ?4 and ?5 the person.
const ASKED = `
WITH asked AS (SELECT value ->> '$.scope' AS scope, value -> '$.until' AS until FROM json_each(?2)
  WHERE value ->> '$.known' IS NULL OR value ->> '$.known' = EXISTS (SELECT 1 FROM known_devices d
    JOIN users u ON u.id = d.user_id WHERE d.hash = ?3 AND (u.email = ?4 OR u.id = ?5)))`;

// All counts of an attempt go up, or none: who has to wait is not counted. ?6 the instant before which a count is forgotten.
const COUNT = `${ASKED}
INSERT INTO sign_in_attempts (scope, failures, blocked_until, updated_at)
SELECT scope, 1, until ->> '$[1]', ?1 FROM asked WHERE NOT EXISTS (
  SELECT 1 FROM sign_in_attempts s JOIN asked a ON a.scope = s.scope WHERE s.blocked_until > ?1)
ON CONFLICT (scope) DO UPDATE SET
  failures = CASE WHEN updated_at < ?6 THEN 1 ELSE failures + 1 END,
  blocked_until = (SELECT j.value ->> ('$.until[' || min(
      CASE WHEN sign_in_attempts.updated_at < ?6 THEN 1 ELSE sign_in_attempts.failures + 1 END,
      json_array_length(j.value, '$.until') - 1) || ']')
    FROM json_each(?2) j WHERE j.value ->> '$.scope' = excluded.scope),
  updated_at = ?1
RETURNING scope, failures`;

const BLOCKED = `${ASKED}
SELECT max(s.blocked_until) AS until FROM sign_in_attempts s JOIN asked a ON a.scope = s.scope WHERE s.blocked_until > ?1`;

const iso = (ms: number) => new Date(ms).toISOString();

/**
 * Counts an attempt before anything costly is done for it, and refuses it while it has to wait. Without `person`: by its
 * address, and by account and address. With one, a browser that the person has signed in with counts by itself, so that
 * nobody can keep it out; all others count by address and share one count of the account as well, so that many addresses are
 * no more than one. Attempts sent side by side are counted one after the other. Scopes are keyed hashes: neither
 * address nor email is stored. Error: `request.rate_limited` with `seconds` and Retry-After.
 */
export async function countAttempt(
  ctx: PublicCtx,
  account: string,
  person: Person | null = null,
  shared: BackOff = STRANGERS_BACK_OFF,
): Promise<Attempt> {
  const address = addressScope(addressOf(ctx.request) ?? "local");
  const { success } = await ctx.env.LIMIT_AUTH.limit({ key: address });
  if (!success) return refuse(60);
  const browser = await sha256(readDevice(ctx.request));
  const scope = (name: string) => hmac(ctx.env.AUTH_SECRET, `attempts ${name}`);
  const [byAddress, byAccount, byBrowser, byStrangers] = await Promise.all([
    // Of what guesses at nobody's account (links, asking for a mail) each kind counts for itself: an office that asks for many
    // mails may sign in all the same.
    scope(person ? address : `${address} ${account.split(" ", 1)[0]}`),
    scope(`${address} ${account}`),
    scope(`browser ${browser} ${account}`),
    scope(`anywhere ${account}`),
  ]);
  const known = person ? 0 : null;
  const counts: Count[] = [{ scope: byAddress, backOff: ADDRESS_BACK_OFF, known }];
  // Links and passkeys name no account: there the two are one count, and an attempt is one in it.
  if (byAccount !== byAddress) {
    counts.push({ scope: byAccount, backOff: ACCOUNT_BACK_OFF, known });
  }
  if (person) {
    counts.push({ scope: byBrowser, backOff: ACCOUNT_BACK_OFF, known: 1 });
    counts.push({ scope: byStrangers, backOff: shared, known: 0 });
  }
  const now = ctx.clock.now();
  const asked = counts.map((one) => ({
    scope: one.scope,
    known: one.known,
    until: waits(one.backOff).map((seconds) => iso(now + seconds * 1000)),
  }));
  const email = person && "email" in person ? person.email : null;
  const userId = person && "userId" in person ? person.userId : null;
  const params = [iso(now), JSON.stringify(asked), browser, email, userId] as const;
  const { rows } = await commitControl(publicScope(ctx), {
    writes: [write(COUNT, ...params, iso(now - FORGET_SECONDS * 1000)), write(BLOCKED, ...params)],
    answer: null,
  });
  const counted = (rows[0] ?? []) as { scope: string; failures: number }[];
  if (counted.length === 0) {
    const [blocked] = (rows[1] ?? []) as { until: string | null }[];
    return refuse(Math.ceil((Date.parse(blocked?.until ?? "") - now) / 1000));
  }
  const last = counts.some(({ scope: one, backOff }) =>
    counted.some((row) => row.scope === one && row.failures === backOff.free),
  );
  return {
    success: [
      write(
        "DELETE FROM sign_in_attempts WHERE scope IN (SELECT value FROM json_each(?)) AND scope <> ?",
        JSON.stringify(counted.map((row) => row.scope)),
        byAddress,
      ),
      ...(counted.some((row) => row.scope === byAddress) ? [takeBack(byAddress, now)] : []),
    ],
    slowed: (whose) => (last ? [{ kind: "sign_in.slowed", userId: whose }] : []),
  };
}

/** The same for whoever holds the password already: all browsers that the person never used wait longer together. */
export function countCode(ctx: PublicCtx, userId: string): Promise<Attempt> {
  return countAttempt(ctx, `factor ${userId}`, { userId }, ANYWHERE_BACK_OFF);
}

function takeBack(scope: string, now: number): ControlWrite {
  return write(
    "UPDATE sign_in_attempts SET failures = max(failures - 1, 0), blocked_until = ? WHERE scope = ?",
    iso(now),
    scope,
  );
}

function refuse(wait: number): never {
  const seconds = Math.max(1, Number.isFinite(wait) ? wait : 60);
  return fail("request.rate_limited", { seconds }, { "retry-after": String(seconds) });
}
