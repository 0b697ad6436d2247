import type { Card, CardRegister, Column, ColumnRegister } from "./model.ts";

type CardValues = Omit<Card, "id" | "born" | "versions" | "updatedAt">;
type ColumnValues = Omit<Column, "id" | "born" | "versions">;

/**
 * The values that an op gave to one record: what is logged, sent and applied. A creation carries all of them.
 * `quiet` marks ranks given anew to a whole lane, which is nobody's move. `was` is a restored card as it was
 * deleted, for clients that hold none of the deleted ones.
 */
export type Change =
  | { entity: "card"; id: string; set: Partial<CardValues>; quiet?: true; was?: Card }
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

/** Registers that a change writes. */
export function registersOf(change: Change): string[] {
  if (change.quiet) return [];
  const all: readonly string[] = change.entity === "card" ? CARD_REGISTERS : COLUMN_REGISTERS;
  const names = all.filter((name) => Object.hasOwn(change.set, name));
  return change.set.rank === undefined ? names : [...names, "position"];
}

/** The version that last wrote a register. */
export function versionOf(record: Card | Column, register: string): number {
  return (record.versions as Record<string, number | undefined>)[register] ?? record.born;
}

function touched(record: Card | Column, change: Change, version: number) {
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
