import { type Comment, COMMENT_REGISTERS, commentVersion } from "./comment.ts";
import type { BoardTag, Card, CardRegister, Column, ColumnRegister } from "./model.ts";
import { KEYED, type Keyed, partRegister } from "./parts.ts";
import { wholeCard, wholeColumn } from "./whole.ts";

type CardValues = Omit<Card, "id" | "born" | "versions" | "updatedAt">;
type CommentValues = Omit<Comment, "id" | "born" | "versions">;
type ColumnValues = Omit<Column, "id" | "born" | "versions">;
/** Parts are told by id, null for one that is taken away; those that are not named stay. */
type PartValues = { [K in Keyed]?: Record<string, Card[K][string] | null> };
/** Ids of people by register. */
type Authors = Record<string, string>;
export type CardSet = Partial<Omit<CardValues, Keyed>> & PartValues;

/**
 * The values that an op gave to one record: what is logged, sent and applied. A creation carries all of them.
 * `quiet` marks what follows from an op and is nobody's to take back: ranks given anew to a whole lane, counts, watchers.
 * `was` is a restored card as it was deleted, for clients that hold none of the deleted ones, and a comment as it was, for
 * those who never opened its card. `replaced` names, by register, whose value the author replaced without having seen it; of a
 * deletion, whose values and comments (by their ids) went with the card unseen.
 */
export type Change =
  | { entity: "card"; id: string; set: CardSet; quiet?: true; was?: Card; replaced?: Authors }
  | { entity: "comment"; id: string; set: Partial<CommentValues>; quiet?: true; was?: Comment }
  | {
      entity: "column";
      id: string;
      set: Partial<ColumnValues>;
      quiet?: true;
      replaced?: Authors;
    }
  | { entity: "tag"; id: string; set: Pick<BoardTag, "color">; quiet?: true };

/** Values before an op, with the versions of their registers, from which undo is made. */
export type Inverse = Change & { versions: Record<string, number> };

/** When a change was applied: its version on the board and the object's clock (UTC). */
export interface Stamp {
  version: number;
  at: string;
}

const CARD_REGISTERS: readonly CardRegister[] = [
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
  "archived",
  "deleted",
];
const COLUMN_REGISTERS: readonly ColumnRegister[] = [
  "name",
  "category",
  "wipLimit",
  "wipBlock",
  "archived",
  "deleted",
];

const REGISTERS: Record<Change["entity"], readonly string[]> = {
  card: CARD_REGISTERS,
  column: COLUMN_REGISTERS,
  comment: COMMENT_REGISTERS,
  tag: ["color"],
};

/** Registers that a change writes. */
export function registersOf(change: Change): string[] {
  if (change.quiet) return [];
  const names = REGISTERS[change.entity].filter((name) => Object.hasOwn(change.set, name));
  if ("rank" in change.set && change.set.rank !== undefined) names.push("position");
  return change.entity === "card" ? [...names, ...partsOf(change.set)] : names;
}

/** Registers of the parts that a change of a card names. */
function partsOf(set: CardSet): string[] {
  return KEYED.flatMap((kind) => Object.keys(set[kind] ?? {}).map((id) => partRegister(kind, id)));
}

type Versioned = Pick<Card | Column | Comment | BoardTag, "born" | "versions">;

/** The version that last wrote a register. */
export function versionOf(record: Versioned, register: string): number {
  return (record.versions as Record<string, number | undefined>)[register] ?? record.born;
}

function touched(record: Versioned, change: Change, version: number) {
  const versions: Record<string, number> = { ...record.versions };
  for (const register of registersOf(change)) versions[register] = version;
  return versions;
}

/** Parts as they are once some are changed, added and taken away. */
function withParts<T>(held: Record<string, T>, set: Record<string, T | null>): Record<string, T> {
  const all = Object.entries<T | null>({ ...held, ...set });
  return Object.fromEntries(all.filter((entry): entry is [string, T] => entry[1] !== null));
}

/**
 * The card after a change. A change of an unknown card is its creation, with every value; undefined when it is neither: of
 * a card that this board does not hold.
 */
export function changedCard(
  held: Card | undefined,
  change: Extract<Change, { entity: "card" }>,
  stamp: Stamp,
): Card | undefined {
  const card = held ?? (change.was && wholeCard(change.was));
  const { checklists, items, links, ...set } = change.set;
  if (!card) {
    if (set.createdAt === undefined) return undefined;
    const { id } = change;
    return wholeCard({ ...set, id, updatedAt: stamp.at, born: stamp.version, versions: {} });
  }
  const versions = touched(card, change, stamp.version);
  const updatedAt = registersOf(change).length > 0 ? stamp.at : card.updatedAt;
  const changed = { ...card, ...set, updatedAt, versions };
  if (checklists) changed.checklists = withParts(card.checklists, checklists);
  if (items) changed.items = withParts(card.items, items);
  if (links) changed.links = withParts(card.links, links);
  return changed;
}

/** The column after a change, as `changedCard`. */
export function changedColumn(
  column: Column | undefined,
  change: Extract<Change, { entity: "column" }>,
  stamp: Stamp,
): Column {
  if (!column) {
    return wholeColumn({ ...change.set, id: change.id, born: stamp.version, versions: {} });
  }
  return { ...column, ...change.set, versions: touched(column, change, stamp.version) };
}

/** The comment after a change; undefined when nothing is known of it but this. What it has seen already stays. */
export function changedComment(
  held: Comment | undefined,
  change: Extract<Change, { entity: "comment" }>,
  stamp: Stamp,
): Comment | undefined {
  if (held && commentVersion(held) >= stamp.version) return held;
  const comment = held ?? change.was;
  if (comment) {
    return { ...comment, ...change.set, versions: touched(comment, change, stamp.version) };
  }
  if (change.set.createdAt === undefined) return undefined;
  return { ...(change.set as CommentValues), id: change.id, born: stamp.version, versions: {} };
}

/** The colour of a tag after a change. */
export function changedTag(
  tag: BoardTag | undefined,
  change: Extract<Change, { entity: "tag" }>,
  stamp: Stamp,
): BoardTag {
  const { id, set } = change;
  if (!tag) return { ...set, id, born: stamp.version, versions: {} };
  return { ...tag, ...set, versions: touched(tag, change, stamp.version) };
}
