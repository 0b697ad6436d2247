import { coverColor } from "#domain/boards/cover.ts";
import type { Card } from "#domain/boards/model.ts";
import type { Op } from "#domain/boards/ops.ts";
import type { Spot } from "./spots.ts";

/** Parts as the card has them in order. */
const sorted = <T extends { rank: string }>(parts: Record<string, T>) =>
  Object.entries(parts).toSorted(([, a], [, b]) => (a.rank < b.rank ? -1 : 1));

/**
 * The ops that make a card anew on another board under an id that the sender made: repeated, they change nothing. A card
 * that is moved says so, so that whoever is on it is told nothing anew, and takes its series along; a copy begins none. What
 * only the server may say, comments and files, it brings afterwards.
 */
export function copyOps(card: Card, copy: string, spot: Spot, moved: string | null): Op[] {
  const { title, description, priority, dueOn, clientId, tags, assigneeIds } = card;
  const more = { cover: coverColor(card.cover), repeat: moved === null ? null : card.repeat };
  const fields = { title, description, priority, dueOn, clientId, tags, assigneeIds, ...more };
  const from = moved === null ? {} : { from: { board: moved, card: card.id } };
  const create = { kind: "card.create" as const, card: copy, ...spot, ...from };
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
