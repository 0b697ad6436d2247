import type { Card } from "#domain/boards/model.ts";

/** What the board shows. Empty lists and an empty text show everything. */
export interface CardFilter {
  text: string;
  assignees: readonly string[];
  priorities: readonly string[];
  tags: readonly string[];
}

export const NO_FILTER: CardFilter = { text: "", assignees: [], priorities: [], tags: [] };

/** Stands for cards that are assigned to nobody. */
export const NOBODY = "nobody";

/** Text as it is compared: without accents and case. */
export function plain(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{Mn}/gu, "")
    .toLowerCase();
}

/** Whether any condition holds cards back. */
export function isFiltering(filter: CardFilter): boolean {
  const lists = [filter.assignees, filter.priorities, filter.tags];
  return filter.text.trim() !== "" || lists.some((list) => list.length > 0);
}

/** Whether a card meets every condition. `words` are its other searchable words, such as reference and client. */
export function passes(card: Card, filter: CardFilter, words: string): boolean {
  const { assignees, priorities, tags } = filter;
  const anyone =
    assignees.length === 0 ||
    card.assigneeIds.some((id) => assignees.includes(id)) ||
    (card.assigneeIds.length === 0 && assignees.includes(NOBODY));
  if (!anyone) return false;
  if (priorities.length > 0 && !priorities.includes(card.priority)) return false;
  if (tags.length > 0 && !card.tags.some((tag) => tags.includes(tag))) return false;
  const text = plain(`${card.title} ${words} ${card.tags.join(" ")}`);
  return plain(filter.text)
    .split(/\s+/)
    .every((word) => text.includes(word));
}
