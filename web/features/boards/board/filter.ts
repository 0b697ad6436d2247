import type { Card } from "#domain/boards/model.ts";
import type { CardFilter, DueState } from "#domain/boards/view-config.ts";
import { daysBetween } from "#web/lib/calendar-date.ts";

export const NO_FILTER: CardFilter = {
  text: "",
  assignees: [],
  priorities: [],
  clients: [],
  tags: [],
  due: [],
  state: [],
};

/** Stands for cards that are assigned to nobody, or belong to no client. */
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
  const { assignees, priorities, clients, tags, due, state } = filter;
  const lists = [assignees, priorities, clients, tags, due, state];
  return filter.text.trim() !== "" || lists.some((list) => list.length > 0);
}

/** How a due date stands to today; undefined when it no longer matters because the work is done. */
export function dueState(dueOn: string | null, today: string, done: boolean): DueState | undefined {
  if (dueOn === null) return "none";
  if (done) return undefined;
  const days = daysBetween(today, dueOn);
  if (days < 0) return "late";
  if (days === 0) return "today";
  return days <= 7 ? "week" : "later";
}

/** What a card is compared with, beside its own fields. */
export interface FilterScene {
  /** Its other searchable words, such as reference and client. */
  words: string;
  /** YYYY-MM-DD */
  today: string;
  /** Whether it stands in a column that means done. */
  done: boolean;
  /** Whether an open card keeps it from going on. */
  blocked(): boolean;
}

const meets = (wanted: readonly string[], held: readonly string[]) =>
  wanted.length === 0 ||
  held.some((value) => wanted.includes(value)) ||
  (held.length === 0 && wanted.includes(NOBODY));

/** Whether a card meets every condition. */
export function passes(card: Card, filter: CardFilter, scene: FilterScene): boolean {
  if (!meets(filter.assignees, card.assigneeIds)) return false;
  if (!meets(filter.clients, card.clientId === null ? [] : [card.clientId])) return false;
  if (filter.priorities.length > 0 && !filter.priorities.includes(card.priority)) return false;
  if (filter.tags.length > 0 && !card.tags.some((tag) => filter.tags.includes(tag))) return false;
  if (filter.due.length > 0) {
    const state = dueState(card.dueOn, scene.today, scene.done);
    if (state === undefined || !filter.due.includes(state)) return false;
  }
  if (filter.state.length === 1 && filter.state.includes("blocked") !== scene.blocked()) {
    return false;
  }
  if (filter.text.trim() === "") return true;
  const text = plain(`${card.title} ${scene.words} ${card.tags.join(" ")}`);
  return plain(filter.text)
    .split(/\s+/)
    .every((word) => text.includes(word));
}
