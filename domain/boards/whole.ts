import type { Card, Column } from "./model.ts";

/** A card with every register: what was stored before a register existed has its first value. */
export function wholeCard(stored: object): Card {
  const first = {
    files: [],
    cover: null,
    repeat: null,
    archived: false,
    checklists: {},
    items: {},
    links: {},
  };
  return { ...first, ...(stored as Card) };
}

/** A column with every register, as `wholeCard`. */
export function wholeColumn(stored: object): Column {
  const first = { wipBlock: false, archived: false };
  return { ...first, ...(stored as Column) };
}

/** Whether a card or a column is on the board: neither deleted nor in the archive. */
export function isThere(record: Pick<Card | Column, "deleted" | "archived">): boolean {
  return !record.deleted && !record.archived;
}
