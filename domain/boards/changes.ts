import { type Comment, COMMENT_REGISTERS, commentVersion } from "./comment.ts";
import type { Card, CardRegister, Column, ColumnRegister } from "./model.ts";

type CardValues = Omit<Card, "id" | "born" | "versions" | "updatedAt">;
type CommentValues = Omit<Comment, "id" | "born" | "versions">;
type ColumnValues = Omit<Column, "id" | "born" | "versions">;

/**
 * The values that an op gave to one record: what is logged, sent and applied. A creation carries all of them.
 * `quiet` marks what follows from an op and is nobody's to take back: ranks given anew to a whole lane, counts, watchers.
 * `was` is a restored card as it was deleted, for clients that hold none of the deleted ones, and a comment as it was, for
 * those who never opened its card.
 */
export type Change =
  | { entity: "card"; id: string; set: Partial<CardValues>; quiet?: true; was?: Card }
  | { entity: "comment"; id: string; set: Partial<CommentValues>; quiet?: true; was?: Comment }
  | { entity: "column"; id: string; set: Partial<ColumnValues>; quiet?: true };

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
  "deleted",
];
const COLUMN_REGISTERS: readonly ColumnRegister[] = ["name", "category", "wipLimit", "deleted"];

const REGISTERS: Record<Change["entity"], readonly string[]> = {
  card: CARD_REGISTERS,
  column: COLUMN_REGISTERS,
  comment: COMMENT_REGISTERS,
};

/** Registers that a change writes. */
export function registersOf(change: Change): string[] {
  if (change.quiet) return [];
  const names = REGISTERS[change.entity].filter((name) => Object.hasOwn(change.set, name));
  return "rank" in change.set && change.set.rank !== undefined ? [...names, "position"] : names;
}

/** The version that last wrote a register. */
export function versionOf(record: Card | Column | Comment, register: string): number {
  return (record.versions as Record<string, number | undefined>)[register] ?? record.born;
}

function touched(record: Card | Column | Comment, change: Change, version: number) {
  const versions: Record<string, number> = { ...record.versions };
  for (const register of registersOf(change)) versions[register] = version;
  return versions;
}

/** The card after a change. A change of an unknown card is its creation and must carry every value. */
export function changedCard(
  held: Card | undefined,
  change: Extract<Change, { entity: "card" }>,
  stamp: Stamp,
): Card {
  const card = held ?? change.was;
  if (!card) {
    const whole = change.set as CardValues;
    return { ...whole, id: change.id, updatedAt: stamp.at, born: stamp.version, versions: {} };
  }
  const versions = touched(card, change, stamp.version);
  const updatedAt = registersOf(change).length > 0 ? stamp.at : card.updatedAt;
  return { ...card, ...change.set, updatedAt, versions };
}

/** The column after a change, as `changedCard`. */
export function changedColumn(
  column: Column | undefined,
  change: Extract<Change, { entity: "column" }>,
  stamp: Stamp,
): Column {
  if (!column) {
    const whole = change.set as ColumnValues;
    return { ...whole, id: change.id, born: stamp.version, versions: {} };
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
