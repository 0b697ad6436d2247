import { coverColor } from "#domain/boards/cover.ts";
import type { Card, Column } from "#domain/boards/model.ts";
import type { Op } from "#domain/boards/ops.ts";

/** The column of another board that means what a card's own does; its first one where none does. */
export function likeColumn(
  columns: readonly Column[],
  category: Column["category"] | undefined,
): Column | undefined {
  return columns.find((column) => column.category === category) ?? columns[0];
}

/** Parts as the card has them in order. */
const sorted = <T extends { rank: string }>(parts: Record<string, T>) =>
  Object.entries(parts).toSorted(([, a], [, b]) => (a.rank < b.rank ? -1 : 1));

/**
 * The ops that make a card anew on another board, at the end of a column, under an id that the sender made: repeated,
 * they change nothing. A card that is moved takes its series along; a copy begins none. What only the server may say,
 * comments and files, it brings afterwards.
 */
export function copyOps(card: Card, copy: string, column: string, moved: boolean): Op[] {
  const { title, description, priority, dueOn, clientId, tags, assigneeIds } = card;
  const more = { cover: coverColor(card.cover), repeat: moved ? card.repeat : null };
  const fields = { title, description, priority, dueOn, clientId, tags, assigneeIds, ...more };
  const create = { kind: "card.create" as const, card: copy, column, after: null, before: null };
  const checklists = sorted(card.checklists).map(([id, { name }]) => [id, { name }] as const);
  const items = sorted(card.items).map(([id, { rank: _rank, ...item }]) => [id, item] as const);
  const ops: Op[] = [
    { ...create, fields: { ...fields, tags: [...tags], assigneeIds: [...assigneeIds] } },
  ];
  if (checklists.length > 0) {
    const lists = { checklists: Object.fromEntries(checklists), items: Object.fromEntries(items) };
    ops.push({ kind: "card.update", card: copy, set: {}, ...lists });
  }
  return ops;
}
