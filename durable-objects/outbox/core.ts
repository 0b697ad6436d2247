import type { Attachment } from "./attachment.ts";
import type { LiveEvent } from "#domain/live/messages.ts";

/** A committed event with the key that its readers need. */
export interface OutboxRow extends LiveEvent {
  permission: string;
}

/** A delivery that failed and how often. After `PARK_AFTER` attempts the row is parked and passed over. */
export interface Failure {
  seq: number;
  attempts: number;
}

/** What draining needs of the world. The object gives the real thing, tests give a small one. */
export interface DrainDeps {
  /** Rows after `seq`, in order, at most `limit`. */
  read(seq: number, limit: number): Promise<OutboxRow[]>;
  /** Hands rows to every open page. May throw. */
  deliver(rows: readonly OutboxRow[]): void;
  /** Where delivery stands, kept across evictions. */
  cursor(): number;
  advance(seq: number): void;
  failure(): Failure | null;
  setFailure(failure: Failure | null): void;
  /** A row nobody could deliver: kept, told to whoever is on call, and passed over. */
  park(row: OutboxRow, error: unknown): void;
}

export const PARK_AFTER = 10;
const BATCH = 200;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 60_000;

/** Milliseconds to wait before the next attempt: doubling from half a second to a minute. */
export function retryDelay(attempts: number): number {
  return Math.min(FIRST_RETRY_MS * 2 ** (attempts - 1), LAST_RETRY_MS);
}

/**
 * Delivers what the outbox holds past the cursor, in order. The cursor moves after delivery, so a crash between
 * the two delivers again: readers drop what they have by `seq`.
 * @returns null when all is delivered, else the milliseconds to wait before trying again.
 */
export async function drain(deps: DrainDeps): Promise<number | null> {
  for (;;) {
    const cursor = deps.cursor();
    const failed = deps.failure();
    let rows: OutboxRow[];
    try {
      rows = await deps.read(cursor, failed ? 1 : BATCH);
    } catch {
      // The database is away: nothing is wrong with a row, so nothing is parked.
      const attempts = (failed?.attempts ?? 0) + 1;
      return retryDelay(attempts);
    }
    const last = rows.at(-1);
    const first = rows[0];
    if (!last || !first) return null;
    try {
      deps.deliver(rows);
      deps.advance(last.seq);
      deps.setFailure(null);
    } catch (error) {
      const attempts = failed?.seq === first.seq ? failed.attempts + 1 : 1;
      if (attempts >= PARK_AFTER) {
        deps.park(first, error);
        deps.advance(first.seq);
        deps.setFailure(null);
        continue;
      }
      deps.setFailure({ seq: first.seq, attempts });
      return retryDelay(attempts);
    }
  }
}

/** What the holder of these keys may read of rows, as a page gets it. Cards of boards are told by `board.projected`. */
export function eventsFor(rows: readonly OutboxRow[], permissions: readonly string[]) {
  return rows
    .filter((row) => row.entity !== "task" && permissions.includes(row.permission))
    .map(({ permission: _permission, ...event }) => event);
}

/** Who sits behind a socket, and which page that person looks at. */
export function presentBy({ person, place }: Attachment) {
  return { userId: person.claims.userId, name: person.name, place };
}

/** Who of those present this person may know of: everybody with the key to see members, else themselves alone. */
export function seenBy<P extends { userId: string }>(
  person: { claims: { userId: string }; permissions: readonly string[] },
  people: readonly P[],
): P[] {
  const all = person.permissions.includes("identity.read");
  return people.filter(({ userId }) => all || userId === person.claims.userId);
}
