import { type BoardMap, cardOf, columnOf } from "#domain/boards/board-map.ts";
import type { LoggedOp } from "#domain/boards/messages.ts";
import type { Op } from "#domain/boards/ops.ts";
import type { Overwritten, RejectReason } from "#domain/boards/verdict.ts";
import type { Answered } from "./replica.ts";

/**
 * What is left for the person to settle: an op that was refused with what was written in it, values of others that it
 * replaced, or a value of this person that somebody replaced without having seen it. Kept on the device until then.
 */
export interface Note {
  id: string;
  /** When the op was made, or somebody's arrived (UTC). */
  at: string;
  /** With `by` it only names the record. */
  op: Op;
  /** Null when the op was taken and replaced values. */
  reason: RejectReason | null;
  /** Values that gave way; with `by` one of this person's own, under the version that replaced it. */
  overwrote: Overwritten[];
  /** Who replaced it, when it was somebody else. */
  by?: string;
}

/** Whether an op holds something that somebody wrote, which a refusal would lose. */
function holdsWriting(op: Op): boolean {
  if (op.kind === "card.update") return true;
  return op.kind.endsWith(".create") || op.kind === "column.update" || op.kind === "comment.update";
}

/** The note of an op that the board refused; null when nothing written would be lost with it. */
export function refusalNote(id: string, at: string, op: Op, reason: RejectReason): Note | null {
  return holdsWriting(op) ? { id, at, op, reason, overwrote: [] } : null;
}

/** The note that an answer leaves behind; null when there is nothing to settle. `client` names the op's queue. */
export function noteOf(client: string, { pending, result }: Answered): Note | null {
  const { seq, at, op } = pending;
  const id = `${client}:${seq}`;
  if (result.outcome === "rejected") return refusalNote(id, at, op, result.reason);
  if (result.outcome !== "rebased" || result.overwrote.length === 0) return null;
  return { id, at, op, reason: null, overwrote: result.overwrote };
}

/** Notes of the values of `me` that somebody's op replaces unseen; `board` is as it was before the op. */
export function replacedNotes(logged: LoggedOp, me: string, board: BoardMap): Note[] {
  const { at, version, userId: by } = logged;
  if (by === me) return [];
  return logged.changes.flatMap((change) => {
    if (change.entity !== "card" && change.entity !== "column") return [];
    const { entity, id } = change;
    const record = entity === "card" ? cardOf(board, id) : columnOf(board, id);
    const lost = Object.entries(change.replaced ?? {}).filter(([, author]) => author === me);
    if (!record) return [];
    const op: Op =
      entity === "card"
        ? { kind: "card.update", card: id, set: {} }
        : { kind: "column.update", column: id, set: {} };
    const held = { ...record, position: placeOf(record) } as Record<string, unknown>;
    return lost.map(([register]) => {
      const overwrote = [{ id, register, value: held[register], version }];
      return { id: `${version}:${id}:${register}`, at, op, reason: null, overwrote, by };
    });
  });
}

/** Where a card stands, which is one register. */
function placeOf(record: object) {
  return "columnId" in record && "rank" in record
    ? { columnId: record.columnId, rank: record.rank }
    : undefined;
}
