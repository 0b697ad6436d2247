import { fail } from "#domain/errors.ts";
import type { ControlDb } from "#worker/platform/auth/control-db.ts";

const HOUR_SECONDS = 3600;
const DAY_MS = 24 * HOUR_SECONDS * 1000;
/** Addresses that one person may write to in a day, in one organization. */
const MOST_A_DAY = 50;
/** How often to the same one: each time takes the place of the link before. */
const MOST_TO_ONE = 5;

/** What a person has had mailed in the last day. */
interface Mailed {
  all: number;
  there: number;
}

/** Counts the invitations that a person has had mailed, to anybody and to this address. `now`: UTC milliseconds. */
export function readMailed(
  control: ControlDb,
  from: { organizationId: string; userId: string },
  email: string | null,
  now: number,
): Promise<Mailed | null> {
  return control.first<Mailed>(
    `SELECT count(*) AS "all", count(*) FILTER (WHERE email = ?) AS there FROM invitations
     WHERE organization_id = ? AND invited_by = ? AND email IS NOT NULL AND created_at > ?`,
    email,
    from.organizationId,
    from.userId,
    new Date(now - DAY_MS).toISOString(),
  );
}

/** Refuses to be made a way of writing to strangers. Error: `request.rate_limited`. */
export function limitMails(mailed: Mailed | null): void {
  if (!mailed || (mailed.all < MOST_A_DAY && mailed.there < MOST_TO_ONE)) return;
  const seconds = HOUR_SECONDS;
  fail("request.rate_limited", { seconds }, { "retry-after": String(seconds) });
}
