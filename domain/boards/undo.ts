import { applyChanges, boardMap, type BoardMap, mapReader } from "./board-map.ts";
import { type Inverse, registersOf } from "./changes.ts";
import { COMMENT_REGISTERS } from "./comment.ts";
import type { CardRegister, ColumnRegister } from "./model.ts";
import type { Op } from "./ops.ts";
import type { BoardReader, Lane } from "./reader.ts";

/** Every register of a card: a creation wrote them all. */
export const WHOLE_CARD: readonly CardRegister[] = [
  "title",
  "description",
  "priority",
  "dueOn",
  "clientId",
  "tags",
  "assigneeIds",
  "position",
  "deleted",
];

const WHOLE_COLUMN: readonly ColumnRegister[] = [
  "name",
  "category",
  "wipLimit",
  "position",
  "deleted",
];

/** Every register of a comment: a creation wrote them all. */
export const WHOLE_COMMENT = COMMENT_REGISTERS;

/** The version that a register of a record must still have for undo to touch it. */
export type Guard = (id: string, register: string) => number;

const missing = (from: string[], other: string[]) => from.filter((item) => !other.includes(item));

/** The neighbours of a rank in a lane as it now is. */
function placeOf(lane: Lane, rank: string) {
  const after = lane.previous(rank);
  return { after: after?.id ?? null, before: lane.next(after?.rank ?? null)?.id ?? null };
}

function undoCard(inverse: Extract<Inverse, { entity: "card" }>, guard: Guard, read: BoardReader) {
  const { id, set } = inverse;
  const only = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, guard(id, name)]));
  if (set.deleted === true) {
    const created = Object.keys(inverse.versions).length === 0;
    return [{ kind: "card.delete", card: id, only: only(created ? WHOLE_CARD : ["deleted"]) }];
  }
  const ops: unknown[] = [];
  if (set.deleted === false) ops.push({ kind: "card.restore", card: id, only: only(["deleted"]) });
  if (set.columnId !== undefined && set.rank !== undefined) {
    const place = placeOf(read.cardLane(set.columnId, id), set.rank);
    const move = { kind: "card.move", card: id, column: set.columnId, ...place };
    ops.push({ ...move, only: only(["position"]) });
  }
  const { columnId: _c, rank: _r, deleted: _d, tags, assigneeIds, ...fields } = set;
  const names = registersOf(inverse).filter((name) => name !== "position" && name !== "deleted");
  if (names.length > 0) {
    const now = read.card(id);
    const back = (was: string[] | undefined, is: string[] = []) =>
      was && { add: missing(was, is), remove: missing(is, was) };
    ops.push({
      kind: "card.update",
      card: id,
      set: fields,
      ...(tags ? { tags: back(tags, now?.tags) } : {}),
      ...(assigneeIds ? { assignees: back(assigneeIds, now?.assigneeIds) } : {}),
      only: only(names),
    });
  }
  return ops;
}

function undoColumn(
  inverse: Extract<Inverse, { entity: "column" }>,
  guard: Guard,
  read: BoardReader,
) {
  const { id, set } = inverse;
  const only = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, guard(id, name)]));
  if (set.deleted === true) {
    const created = Object.keys(inverse.versions).length === 0;
    const guarded = only(created ? WHOLE_COLUMN : ["deleted"]);
    return [{ kind: "column.delete", column: id, moveTo: null, only: guarded }];
  }
  if (set.deleted === false) {
    return [{ kind: "column.restore", column: id, only: only(["deleted"]) }];
  }
  if (set.rank !== undefined) {
    const place = placeOf(read.columnLane(id), set.rank);
    return [{ kind: "column.move", column: id, ...place, only: only(["position"]) }];
  }
  return [{ kind: "column.update", column: id, set, only: only(registersOf(inverse)) }];
}

function undoComment(
  { id, set, versions }: Extract<Inverse, { entity: "comment" }>,
  guard: Guard,
  read: BoardReader,
) {
  const only = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, guard(id, name)]));
  if (set.deleted === true) {
    const created = Object.keys(versions).length === 0;
    return [
      { kind: "comment.delete", comment: id, only: only(created ? WHOLE_COMMENT : ["deleted"]) },
    ];
  }
  if (set.deleted === false) {
    return [{ kind: "comment.restore", comment: id, only: only(["deleted"]) }];
  }
  const mentions = set.mentions ?? read.comment(id)?.mentions ?? [];
  return [{ kind: "comment.update", comment: id, text: set.text, mentions, only: only(["text"]) }];
}

/**
 * The ops that take a step back, in the order of `inverse`, columns before the cards that were in them. Each is
 * guarded by register, so that a later value of somebody else stays. Places are told by neighbours as they will
 * be then: each part is put back, with its old rank, on a layer over the board before the next is looked at.
 */
export function undoOps(inverse: readonly Inverse[], guard: Guard, board: BoardMap): Op[] {
  const scratch = boardMap(board);
  const read = mapReader(scratch);
  const columns = inverse.filter((part) => part.entity === "column");
  const cards = inverse.filter((part) => part.entity === "card");
  const comments = inverse.filter((part) => part.entity === "comment");
  const ops: unknown[] = [];
  for (const part of [...columns, ...cards, ...comments]) {
    if (part.entity === "card") ops.push(...undoCard(part, guard, read));
    else if (part.entity === "column") ops.push(...undoColumn(part, guard, read));
    else ops.push(...undoComment(part, guard, read));
    const { versions: _versions, ...change } = part;
    if (read[part.entity](part.id))
      applyChanges(scratch, [change], { version: scratch.version, at: "" });
  }
  return ops as Op[];
}
