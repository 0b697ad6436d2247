import { PRIORITIES, type Card } from "#domain/boards/model.ts";
import type { OpOf } from "#domain/boards/ops.ts";
import type { Grouping } from "#domain/boards/view-config.ts";
import { NOBODY } from "#web/features/boards/board/filter.ts";

/** What cards are dealt into rows by. */
export type LaneField = Exclude<Grouping, "none">;

/** The rows that a card stands in: one for each of its people or tags, one for its only priority or client. */
export function lanesOf(card: Card, by: LaneField): readonly string[] {
  if (by === "priority") return [card.priority];
  if (by === "client") return [card.clientId ?? NOBODY];
  const values = by === "tag" ? card.tags : card.assigneeIds;
  return values.length > 0 ? values : [NOBODY];
}

/** Ids of cards by row and column, in the column's order. */
export type DealtLanes = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** Deals cards, given column by column in order, out to their rows. */
export function dealLanes(cards: Iterable<Card>, by: LaneField): DealtLanes {
  const lanes = new Map<string, Map<string, string[]>>();
  for (const card of cards) {
    for (const lane of lanesOf(card, by)) {
      const columns = lanes.get(lane) ?? new Map<string, string[]>();
      lanes.set(lane, columns);
      const ids = columns.get(card.columnId);
      if (ids) ids.push(card.id);
      else columns.set(card.columnId, [card.id]);
    }
  }
  return lanes;
}

/** The order of rows: priorities by weight, the rest by name, those without a value last. */
export function orderLanes(
  keys: Iterable<string>,
  by: LaneField,
  nameOf: (key: string) => string,
): string[] {
  if (by === "priority") return [...PRIORITIES].toReversed();
  const all = [...new Set(keys)];
  return all.toSorted(
    (a, b) => Number(a === NOBODY) - Number(b === NOBODY) || nameOf(a).localeCompare(nameOf(b)),
  );
}

/**
 * What a move from one row to another changes of a card; null when nothing. Of several people or tags the one of the row
 * that was left is replaced; the row without any takes all of them.
 */
export function laneChange(
  card: Card,
  by: LaneField,
  from: string,
  to: string,
): OpOf<"card.update"> | null {
  if (from === to) return null;
  const update = { kind: "card.update" as const, card: card.id };
  if (by === "priority") {
    const priority = PRIORITIES.find((level) => level === to);
    return priority && priority !== card.priority ? { ...update, set: { priority } } : null;
  }
  if (by === "client") {
    const clientId = to === NOBODY ? null : to;
    return clientId === card.clientId ? null : { ...update, set: { clientId } };
  }
  const held = by === "tag" ? card.tags : card.assigneeIds;
  const remove = to === NOBODY ? [...held] : held.filter((value) => value === from);
  const add = to === NOBODY || held.includes(to) ? [] : [to];
  if (add.length === 0 && remove.length === 0) return null;
  return { ...update, set: {}, [by === "tag" ? "tags" : "assignees"]: { add, remove } };
}
