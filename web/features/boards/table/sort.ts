import { PRIORITIES, type Card, type Column } from "#domain/boards/model.ts";
import type { TableColumn, ViewConfig } from "#domain/boards/view-config.ts";

/** What cards are compared by beyond their own fields. */
interface SortScene {
  columns: readonly Column[];
  nameOf: (userId: string) => string;
  clientOf: (clientId: string | null) => string | undefined;
  compare: (a: string, b: string) => number;
}

type Key = string | number | null;

function keyOf(column: TableColumn, scene: SortScene): (card: Card) => Key {
  const places = new Map(scene.columns.map(({ id }, at) => [id, at]));
  const keys: Record<TableColumn, (card: Card) => Key> = {
    // A card without a number yet is the newest.
    reference: (card) => card.number ?? Number.MAX_SAFE_INTEGER,
    title: (card) => card.title,
    column: (card) => places.get(card.columnId) ?? null,
    priority: (card) => PRIORITIES.indexOf(card.priority) || null,
    assignees: (card) => card.assigneeIds.map(scene.nameOf).join(" ") || null,
    client: (card) => scene.clientOf(card.clientId) || null,
    due: (card) => card.dueOn,
    tags: (card) => card.tags.join(" ") || null,
    createdAt: (card) => card.createdAt,
    updatedAt: (card) => card.updatedAt,
  };
  return keys[column];
}

/**
 * Cards in the order of a column of the table; as given without one. What has no value comes last either way, and
 * equal ones stay as the board has them.
 */
export function sortCards(
  cards: readonly Card[],
  sort: ViewConfig["sort"],
  scene: SortScene,
): readonly Card[] {
  if (!sort) return cards;
  const key = keyOf(sort.column, scene);
  const way = sort.descending ? -1 : 1;
  return cards
    .map((card) => ({ card, key: key(card) }))
    .toSorted((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
      if (typeof a.key === "number" && typeof b.key === "number") return way * (a.key - b.key);
      return way * scene.compare(String(a.key), String(b.key));
    })
    .map(({ card }) => card);
}
