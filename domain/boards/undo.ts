import { applyChanges, boardMap, type BoardMap, mapReader } from "./board-map.ts";
import { type Inverse, registersOf } from "./changes.ts";
import { filesBack } from "./card-file.ts";
import { COMMENT_REGISTERS } from "./comment.ts";
import type { CardRegister, ColumnRegister } from "./model.ts";
import type { Op } from "./ops.ts";
import { KEYED, linkedCard } from "./parts.ts";
import { placeOf } from "./place.ts";
import type { BoardReader } from "./reader.ts";
import { partsBack } from "./undo-parts.ts";
import { ANY_OTHER } from "./verdict.ts";

/** Every register of a card: a creation wrote them all. */
export const WHOLE_CARD: readonly CardRegister[] = [
  "title",
  "description",
  "priority",
  "dueOn",
  "clientId",
  "tags",
  "assigneeIds",
  "files",
  "cover",
  "repeat",
  "position",
  "archived",
  "deleted",
];

const WHOLE_COLUMN: readonly ColumnRegister[] = [
  "name",
  "category",
  "wipLimit",
  "wipBlock",
  "position",
  "archived",
  "deleted",
];

/** Every register of a comment: a creation wrote them all. */
export const WHOLE_COMMENT = COMMENT_REGISTERS;

const isPart = (name: string) => KEYED.some((kind) => name.startsWith(`${kind}.`));

/** Registers that no update writes: each has ops of its own. */
const elsewhere = (name: string) =>
  ["position", "deleted", "archived"].includes(name) || name.startsWith("links.");

/** Whether nothing was there before: taken back, the record goes. */
const isCreation = ({ set, versions }: Inverse) =>
  "deleted" in set && (set.deleted ?? false) && Object.keys(versions).length === 0;

/** The version that a register of a record must still have for undo to touch it. */
export type Guard = (id: string, register: string) => number;

const missing = (from: string[], other: string[]) => from.filter((item) => !other.includes(item));

function undoCard(inverse: Extract<Inverse, { entity: "card" }>, guard: Guard, read: BoardReader) {
  const { id, set } = inverse;
  const now = read.card(id);
  if (!now) return [];
  const only = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, guard(id, name)]));
  if (set.deleted === true) {
    const created = isCreation(inverse);
    const whole = [...WHOLE_CARD, ...Object.keys(now.versions).filter(isPart), ANY_OTHER];
    return [{ kind: "card.delete", card: id, only: only(created ? whole : ["deleted"]) }];
  }
  if (set.archived === true) {
    const { board, card } = linkedCard(set.movedTo ?? "");
    const to = board === undefined ? {} : { to: { board, card } };
    return [{ kind: "card.archive", card: id, ...to, only: only(["archived"]) }];
  }
  const ops: unknown[] = [];
  if (set.archived === false) {
    ops.push({ kind: "card.unarchive", card: id, only: only(["archived"]) });
  }
  for (const [other, relation] of Object.entries(set.links ?? {})) {
    const { card: linked, ...board } = linkedCard(other);
    const link = { kind: "card.link", card: id, other: linked, ...board, relation };
    ops.push({ ...link, only: only([`links.${other}`]) });
  }
  if (set.deleted === false) ops.push({ kind: "card.restore", card: id, only: only(["deleted"]) });
  if (set.columnId !== undefined && set.rank !== undefined) {
    const place = placeOf(read.cardLane(set.columnId, id), set.rank);
    const move = { kind: "card.move", card: id, column: set.columnId, ...place };
    ops.push({ ...move, only: only(["position"]) });
  }
  const { tags, assigneeIds, files, ...rest } = set;
  const { columnId: _c, rank: _r, deleted: _d, archived: _a, movedTo: _m, ...more } = rest;
  const { checklists: _lists, items: _items, links: _links, ...fields } = more;
  const names = registersOf(inverse).filter((name) => !elsewhere(name));
  if (names.length > 0) {
    const back = (was: string[] | undefined, is: string[] = []) =>
      was && { add: missing(was, is), remove: missing(is, was) };
    ops.push({
      kind: "card.update",
      card: id,
      set: fields,
      ...(tags ? { tags: back(tags, now.tags) } : {}),
      ...(assigneeIds ? { assignees: back(assigneeIds, now.assigneeIds) } : {}),
      ...(files ? { files: filesBack(files, now.files) } : {}),
      ...partsBack(now, set),
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
  if (set.archived !== undefined) {
    const kind = set.archived ? "column.archive" : "column.unarchive";
    return [{ kind, column: id, only: only(["archived"]) }];
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
  // A card that the step made goes as one: what it wrote on it afterwards, taken back first, would hold against that.
  const made = new Set(inverse.filter(isCreation).map(({ id }) => id));
  const cards = inverse.filter(
    (part) => part.entity === "card" && (isCreation(part) || !made.has(part.id)),
  );
  const comments = inverse.filter((part) => part.entity === "comment");
  const tags = inverse.filter((part) => part.entity === "tag");
  const ops: unknown[] = [];
  for (const part of [...columns, ...cards, ...comments, ...tags]) {
    if (part.entity === "card") ops.push(...undoCard(part, guard, read));
    else if (part.entity === "column") ops.push(...undoColumn(part, guard, read));
    else if (part.entity === "comment") ops.push(...undoComment(part, guard, read));
    else {
      const only = { color: guard(part.id, "color") };
      ops.push({ kind: "tag.color", tag: part.id, color: part.set.color, only });
    }
    const { versions: _versions, ...change } = part;
    if (read[part.entity](part.id))
      applyChanges(scratch, [change], { version: scratch.version, at: "" });
  }
  return ops as Op[];
}
