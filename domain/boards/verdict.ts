import { type Change, type Inverse, registersOf, versionOf } from "./changes.ts";
import type { Comment } from "./comment.ts";
import type { Card, Column } from "./model.ts";
import { KEYED } from "./parts.ts";
import type { BoardReader } from "./reader.ts";

/** Why an op changed nothing and never will: the page says it in words. */
export type RejectReason =
  | "invalid"
  | "too_large"
  | "forbidden"
  | "archived"
  | "card_gone"
  | "card_deleted"
  | "column_gone"
  | "comment_gone"
  | "wip_limit"
  | "column_last"
  | "column_not_empty"
  | "too_many"
  | "description_conflict";

/** A value of somebody else that was written since the sender's base, and is now replaced. */
export interface Overwritten {
  id: string;
  register: string;
  value: unknown;
  version: number;
}

/** What became of an op. `rebased` is applied, but not quite as sent: the board had moved on. */
export type Verdict =
  | {
      outcome: "applied" | "rebased";
      changes: Change[];
      inverse: Inverse[];
      overwrote: Overwritten[];
    }
  | { outcome: "noop" }
  | Rejected;

/** `by`: who deleted the card that the op is about, where the log tells. */
export interface Rejected {
  outcome: "rejected";
  reason: RejectReason;
  by?: string;
}

/** Who sends an op, through which client, at which confirmed version (`base`), at the object's clock. */
export interface Sender {
  userId: string;
  client: string;
  base: number;
  at: string;
}

/** The record values that a change replaces. */
function before(read: BoardReader, change: Change): Inverse {
  const record = read[change.entity](change.id);
  if (!record) {
    if (change.entity === "tag") return { ...change, set: { color: null }, versions: {} };
    return { entity: change.entity, id: change.id, set: { deleted: true }, versions: {} };
  }
  const values = record as unknown as Record<string, unknown>;
  const set = Object.fromEntries(
    Object.entries(change.set).map(([key, given]) => {
      if (!KEYED.some((kind) => kind === key)) return [key, values[key]];
      const parts = values[key] as Record<string, unknown>;
      return [key, Object.fromEntries(Object.keys(given).map((id) => [id, parts[id] ?? null]))];
    }),
  );
  const versions = Object.fromEntries(
    registersOf(change).map((register) => [register, versionOf(record, register)]),
  );
  return { entity: change.entity, id: change.id, set, versions } as Inverse;
}

/** The verdict on changes, with their inverse read from the board as it still is. No change is a noop. */
export function accept(
  read: BoardReader,
  changes: Change[],
  exact = true,
  overwrote: Overwritten[] = [],
): Verdict {
  if (changes.length === 0) return { outcome: "noop" };
  const inverse = changes.filter((change) => !change.quiet).map((change) => before(read, change));
  const outcome = exact && overwrote.length === 0 ? "applied" : "rebased";
  const told = changes.map((change) => withAuthors(read, change, overwrote));
  return { outcome, changes: told, inverse, overwrote };
}

/** The change with whose values it replaces unseen: they are to hear of it as well. */
function withAuthors(read: BoardReader, change: Change, overwrote: readonly Overwritten[]): Change {
  if (change.entity !== "card" && change.entity !== "column") return change;
  const written = registersOf(change);
  const replaced: Record<string, string> = {};
  for (const { id, register, version } of overwrote) {
    const author = read.history?.userAt(version);
    if (author && id === change.id && written.includes(register)) replaced[register] = author;
  }
  return Object.keys(replaced).length > 0 ? { ...change, replaced } : change;
}

/** The verdict on an op that cannot be. */
export function reject(reason: RejectReason): Verdict {
  return { outcome: "rejected", reason };
}

/** The verdict on an op about a card that was deleted: its author is told by whom. */
export function rejectDeleted(read: BoardReader, card: Card): Verdict {
  const by = read.history?.userAt(versionOf(card, "deleted"));
  return { outcome: "rejected", reason: "card_deleted", ...(by === undefined ? {} : { by }) };
}

/** Stands for every register that is not named beside it. */
export const ANY_OTHER = "*";

/** Whether every register that the op depends on is still at the version it names, or `ANY_OTHER` at none later. */
export function holds(
  record: Card | Column | Comment,
  only: Record<string, number> | undefined,
): boolean {
  return Object.entries(only ?? {}).every(([name, version]) => {
    if (name !== ANY_OTHER) return versionOf(record, name) === version;
    const written = Object.entries<number | undefined>(record.versions);
    return written.every(([other, at = 0]) => Object.hasOwn(only ?? {}, other) || at <= version);
  });
}

/** Whether somebody else wrote the register after what the sender had seen. */
export function concurrent(
  read: BoardReader,
  record: Card | Column,
  register: string,
  sender: Sender,
): boolean {
  const version = versionOf(record, register);
  if (!read.history || version <= sender.base) return false;
  return read.history.clientAt(version) !== sender.client;
}
