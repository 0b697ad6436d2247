import type { Pending } from "#domain/boards/fold.ts";
import type { Push, Result } from "#domain/boards/messages.ts";
import { LIMITS } from "#domain/boards/protocol.ts";

/** An op on its way. It stays until it was answered and the confirmed board holds what it did. */
interface Queued extends Pending {
  sent: boolean;
  /** Never sent since it was kept, so that nobody else can have it. */
  fresh: boolean;
  answered: boolean;
  /** The version that holds its effect, from which on the view no longer folds it in. */
  settledAt: number | null;
}

/** Ops of one client in order of seq: from the moment they are kept until the object has answered. */
export interface OpQueue {
  /** What the view folds over the confirmed board. */
  unsettled(version: number): Pending[];
  /** Ops without an answer. */
  waiting(): Pending[];
  /** `kept`: from an earlier visit, which may have sent them. */
  add(pending: readonly Pending[], kept?: boolean): void;
  /** The next push; null when all is sent, or enough is on its way. `acked` is the highest seq whose answer arrived. */
  nextPush(acked: number): Push | null;
  /** The connection was lost or the object asks again: everything without an answer goes out anew. */
  resend(): void;
  /** Notes an answer. Null when it had come before. */
  answer(result: Result): Pending | null;
  /** The board at this version holds the effect of everything up to `seq`. */
  settle(upTo: number, version: number): void;
  /** Drops what is answered and settled. */
  tidy(version: number): void;
  /** Takes the last ops out again, if they are just these and none was ever sent. */
  withdraw(seqs: readonly number[]): boolean;
  clear(): void;
}

/** Ops on their way at once: a long queue goes out as its answers come in. */
const WINDOW = 4 * LIMITS.opsPerPush;

/** Bytes of one push, below the frame limit of the socket. */
const PUSH_BYTES = LIMITS.frameBytes / 2;

export function createQueue(): OpQueue {
  let items: Queued[] = [];
  const plain = ({ seq, base, op, at }: Queued): Pending => ({ seq, base, op, at });
  return {
    unsettled: (version) =>
      items.filter((item) => item.settledAt === null || item.settledAt > version).map(plain),
    waiting: () => items.filter((item) => !item.answered).map(plain),
    add(pending, kept = false) {
      const fresh = { fresh: !kept, sent: false, answered: false, settledAt: null };
      items.push(...pending.map((item) => ({ ...item, ...fresh })));
    },
    nextPush(acked) {
      const ops: Push["ops"] = [];
      let bytes = 0;
      if (items.filter((item) => item.sent && !item.answered).length >= WINDOW) return null;
      for (const item of items) {
        if (item.sent || item.answered) continue;
        bytes += JSON.stringify(item.op).length;
        if (ops.length === LIMITS.opsPerPush || (bytes > PUSH_BYTES && ops.length > 0)) break;
        item.sent = true;
        item.fresh = false;
        ops.push({ seq: item.seq, base: item.base, op: item.op });
      }
      return ops.length > 0 ? { kind: "push", acked, ops } : null;
    },
    resend() {
      for (const item of items) item.sent = false;
    },
    answer(result) {
      const item = items.find(({ seq }) => seq === result.seq);
      if (!item || item.answered) return null;
      item.answered = true;
      const changed = result.outcome === "applied" || result.outcome === "rebased";
      item.settledAt = changed ? result.version : 0;
      return plain(item);
    },
    settle(upTo, version) {
      for (const item of items) {
        if (item.seq <= upTo && item.settledAt === null) item.settledAt = version;
      }
    },
    tidy(version) {
      items = items.filter(
        (item) => !item.answered || (item.settledAt !== null && item.settledAt > version),
      );
    },
    withdraw(seqs) {
      const last = items.slice(-seqs.length);
      const same = last.every((item, i) => item.fresh && item.seq === seqs[i]);
      if (seqs.length === 0 || last.length < seqs.length || !same) return false;
      items = items.slice(0, -seqs.length);
      return true;
    },
    clear() {
      items = [];
    },
  };
}
