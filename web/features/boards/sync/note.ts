import { type BoardMap, cardOf, columnOf, commentOf } from "#domain/boards/board-map.ts";
import type { Change } from "#domain/boards/changes.ts";
import type { LoggedOp } from "#domain/boards/messages.ts";
import type { Op } from "#domain/boards/ops.ts";
import type { Overwritten, RejectReason } from "#domain/boards/verdict.ts";
import type { Answered } from "./replica.ts";

/** A value that gave way; `author`: whose, where the answer tells. */
export interface GaveWay extends Overwritten {
  author?: string;
}

/**
 * What is left for the person to settle: an op that was refused with what was written in it, values of others that it
 * replaced, a value of this person that somebody replaced without having seen it, or a card that somebody deleted without
 * having seen what this person wrote on it. Kept on the device until then.
 */
export interface Note {
  id: string;
  /** When the op was made, or somebody's arrived (UTC). */
  at: string;
  /** Where somebody's op arrived it only names the record. */
  op: Op;
  /** Null when the op was taken and replaced values. */
  reason: RejectReason | null;
  /** Values that gave way; with `by` those of this person, under the version that replaced or deleted them. */
  overwrote: GaveWay[];
  /** Who replaced it, or deleted the card, when it was somebody else. */
  by?: string;
  /** The card as it was called when the note was made. */
  card?: { number: number | null; title: string };
}

/** Whether an op holds something that somebody wrote, which a refusal would lose. */
function holdsWriting(op: Op): boolean {
  if (op.kind === "card.update") return true;
  return op.kind.endsWith(".create") || op.kind === "column.update" || op.kind === "comment.update";
}

/** The note of an op that the board refused; null when nothing written would be lost with it. */
export function refusalNote(
  id: string,
  at: string,
  op: Op,
  reason: RejectReason,
  by?: string,
): Note | null {
  if (!holdsWriting(op)) return null;
  return { id, at, op, reason, overwrote: [], ...(by === undefined ? {} : { by }) };
}

/** The note that an answer leaves behind; null when there is nothing to settle. `client` names the op's queue. */
export function noteOf(client: string, { pending, result }: Answered): Note | null {
  const { seq, at, op } = pending;
  const id = `${client}:${seq}`;
  if (result.outcome === "rejected") return refusalNote(id, at, op, result.reason, result.by);
  if (result.outcome !== "rebased" || result.overwrote.length === 0) return null;
  const overwrote = result.overwrote.map((value) => {
    const author = authorsIn(result.changes, value.id)[value.register];
    return author === undefined ? value : { ...value, author };
  });
  return { id, at, op, reason: null, overwrote };
}

/** Whose values of a record some changes replaced, by register. */
function authorsIn(changes: readonly Change[], id: string): Record<string, string | undefined> {
  const told = changes.map((one) => (one.id === id && "replaced" in one ? one.replaced : {}));
  return Object.assign({}, ...told) as Record<string, string | undefined>;
}

/** Notes of what was of `me` and somebody's op replaces or deletes unseen; `board` is as it was before the op. */
export function replacedNotes(logged: LoggedOp, me: string, board: BoardMap): Note[] {
  const { at, version, userId: by } = logged;
  if (by === me) return [];
  return logged.changes.flatMap((change): Note[] => {
    if (change.entity !== "card" && change.entity !== "column") return [];
    const { entity, id } = change;
    const card = entity === "card" ? cardOf(board, id) : undefined;
    const record = card ?? (entity === "column" ? columnOf(board, id) : undefined);
    const lost = Object.entries(change.replaced ?? {}).filter(([, author]) => author === me);
    if (!record || lost.length === 0) return [];
    const values = lost.map(([name]) => valueOf(board, record, name, version));
    const named = card ? { card: { number: card.number, title: card.title } } : {};
    if (card && change.set.deleted) {
      const op: Op = { kind: "card.restore", card: id };
      const noteId = `${version}:${id}:deleted`;
      return [{ id: noteId, at, op, reason: "card_deleted", overwrote: values, by, ...named }];
    }
    const op: Op = card
      ? { kind: "card.update", card: id, set: {} }
      : { kind: "column.update", column: id, set: {} };
    return values.map((value) => {
      const noteId = `${version}:${id}:${value.register}`;
      return { id: noteId, at, op, reason: null, overwrote: [value], by, ...named };
    });
  });
}

/** A value as it still is: of a register, of a part of a list, or the words of a comment, which is named by its id. */
function valueOf(board: BoardMap, record: object, name: string, version: number): Overwritten {
  if (name.startsWith("cmt_")) {
    return { id: name, register: "text", value: commentOf(board, name)?.text, version };
  }
  const [kind = name, part] = name.split(".");
  const values = { ...record, position: placeOf(record) } as Record<string, unknown>;
  const whole = values[kind];
  const value = part === undefined ? whole : (whole as Record<string, unknown> | undefined)?.[part];
  return { id: (record as { id: string }).id, register: name, value, version };
}

/** Where a card stands, which is one register. */
function placeOf(record: object) {
  return "columnId" in record && "rank" in record
    ? { columnId: record.columnId, rank: record.rank }
    : undefined;
}

/** Whether an op writes anew what a value is about. */
export function writesAnew(op: Op, { id, register }: Overwritten): boolean {
  if (op.kind === "card.move") return op.card === id && register === "position";
  const record = op.kind === "card.update" ? op.card : op.kind === "column.update" && op.column;
  return record === id && "set" in op && Object.hasOwn(op.set, register);
}
