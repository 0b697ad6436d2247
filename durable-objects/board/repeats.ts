import { coverColor } from "#domain/boards/cover.ts";
import type { Card, Column } from "#domain/boards/model.ts";
import { dueDate, nextDate } from "#domain/boards/repeat.ts";
import { newId } from "#domain/ids.ts";
import { readBodies } from "./bodies.ts";
import { lastSeqOf, push } from "./push.ts";
import { readCard } from "./records.ts";
import { readMeta, type Storage } from "./storage.ts";

/** A card that could not be made, its column being full, is tried again after this. */
const AGAIN_MS = 3_600_000;

/** When the next recurring card is due (UTC ms); null when none is, or while the board is archived. */
export function nextRepeat(storage: Storage): number | null {
  if (readMeta(storage)?.archived !== 0) return null;
  return storage.all<{ at: number | null }>("SELECT min(at) AS at FROM repeats")[0]?.at ?? null;
}

/** Where a card comes again: the first column that means to do, else the first. */
function startColumn(storage: Storage): string | undefined {
  const columns = readBodies<Column>(storage, "columns WHERE deleted = 0 ORDER BY rank, id");
  return (columns.find(({ category }) => category === "todo") ?? columns[0])?.id;
}

const byRank = <T extends { rank: string }>(all: Record<string, T>) =>
  Object.entries(all).toSorted(([, a], [, b]) => (a.rank < b.rank ? -1 : 1));

/** The card again: its texts, labels and people, its checklists unticked, due on its date. */
function opsFor(card: Card, date: string, column: string): unknown[] {
  const repeat = card.repeat && { ...card.repeat, last: date };
  const id = newId("crd");
  const { title, description, priority, clientId, tags, assigneeIds } = card;
  // Its files stay with the card that had them, and so does a picture that it wears.
  const cover = coverColor(card.cover);
  const said = { title, description, priority, clientId, tags, assigneeIds, cover };
  const fields = { ...said, dueOn: date, repeat: repeat && nextDate(repeat) ? repeat : null };
  const lists = new Map(Object.keys(card.checklists).map((list) => [list, newId("lst")]));
  const checklists = Object.fromEntries(
    byRank(card.checklists).map(([list, { name }]) => [lists.get(list), { name }]),
  );
  const items = Object.fromEntries(
    byRank(card.items).map(([, { list, text }]) => [newId("itm"), { list: lists.get(list), text }]),
  );
  const parts = { kind: "card.update", card: id, set: {}, checklists, items };
  return [
    { kind: "card.create", card: id, column, after: null, before: null, fields },
    ...(lists.size > 0 ? [parts] : []),
    { kind: "card.update", card: card.id, set: { repeat: null } },
  ];
}

/**
 * Makes the cards whose time has come, each in one transaction with taking its series over: exactly once, whenever the
 * alarm comes and however often. @returns whether any was made.
 */
export function makeDue(storage: Storage, now: number): boolean {
  if (readMeta(storage)?.archived !== 0) return false;
  const due = storage.all<{ card: string }>("SELECT card FROM repeats WHERE at <= ?", now);
  for (const { card } of due) storage.atomically(() => makeOne(storage, card, now));
  return due.length > 0;
}

function makeOne(storage: Storage, id: string, now: number): void {
  const card = readCard(storage, id);
  const date = card?.repeat ? dueDate(card.repeat, now) : null;
  const column = startColumn(storage);
  if (!card || date === null || column === undefined) {
    storage.run("UPDATE repeats SET at = ? WHERE card = ?", now + AGAIN_MS, id);
    return;
  }
  const client = `repeat-${id}`;
  const by = {
    client,
    userId: card.createdBy,
    origin: {
      name: "",
      kind: "system",
      actorId: "system",
      address: null,
      requestId: null,
    } as const,
    rights: { write: true, manage: true },
    at: new Date(now).toISOString(),
  };
  const first = (lastSeqOf(storage, client, card.createdBy) ?? 0) + 1;
  const [create, ...rest] = opsFor(card, date, column).map((op, i) => {
    return { seq: first + i, base: Number.MAX_SAFE_INTEGER, op };
  });
  if (!create) return;
  const { results } = push(storage, by, { kind: "push", acked: 0, ops: [create] });
  if (results[0]?.outcome === "rejected") {
    storage.run("UPDATE repeats SET at = ? WHERE card = ?", now + AGAIN_MS, id);
    return;
  }
  push(storage, by, { kind: "push", acked: 0, ops: rest });
}
