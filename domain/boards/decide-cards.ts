import type { Change } from "./changes.ts";
import { commentVersion } from "./comment.ts";
import type { Card } from "./model.ts";
import { endOf, firstColumn, freeRank, isLive, position, reranked } from "./positions.ts";
import type { OpOf } from "./ops.ts";
import { outsideKey } from "./parts.ts";
import type { BoardReader } from "./reader.ts";
import { accept, concurrent, holds, reject, type Sender, type Verdict } from "./verdict.ts";
import { isThere } from "./whole.ts";
import { isFull, roomFor } from "./wip.ts";

/** Creates a card. When its column is gone meanwhile it goes to the first one: typed text is never lost. */
export function createCard(read: BoardReader, op: OpOf<"card.create">, sender: Sender): Verdict {
  if (read.card(op.card)) return { outcome: "noop" };
  const columnId = roomFor(read, op.column, sender);
  if (columnId === null) return reject("wip_limit");
  if (columnId === undefined) return reject("column_gone");
  const spot = position(read.cardLane(columnId, op.card), op, null);
  if (!spot) return { outcome: "noop" };
  const { fields } = op;
  const card = {
    number: read.nextNumber(),
    columnId,
    rank: spot.rank,
    title: fields.title,
    description: fields.description ?? "",
    priority: fields.priority ?? "none",
    dueOn: fields.dueOn ?? null,
    clientId: fields.clientId ?? null,
    tags: [...new Set(fields.tags)],
    assigneeIds: [...new Set(fields.assigneeIds)],
    cover: fields.cover ?? null,
    repeat: fields.repeat ?? null,
    createdBy: sender.userId,
    createdAt: sender.at,
    watcherIds: [...new Set(fields.assigneeIds)],
    comments: 0,
    archived: false,
    deleted: false,
    ...(op.from ? { cameFrom: outsideKey(op.from.board, op.from.card) } : {}),
  };
  const exact = spot.exact && columnId === op.column;
  return accept(
    read,
    [{ entity: "card", id: op.card, set: card }, ...reranked("card", spot.others)],
    exact,
  );
}

/** Moves a card between the neighbours that the sender saw; column and rank are one register. */
export function moveCard(read: BoardReader, op: OpOf<"card.move">, sender: Sender): Verdict {
  const card = read.card(op.card);
  if (!card) return reject("card_gone");
  if (card.deleted) return reject("card_deleted");
  if (!isLive(read, op.column)) return reject("column_gone");
  if (!holds(card, op.only)) return { outcome: "noop" };
  const current = card.columnId === op.column ? card.rank : null;
  if (current === null && isThere(card) && isFull(read, op.column)) return reject("wip_limit");
  const spot = position(read.cardLane(op.column, op.card), op, current);
  if (!spot) return { outcome: "noop" };
  const set = { columnId: op.column, rank: spot.rank };
  const overwrote = concurrent(read, card, "position", sender)
    ? [
        {
          id: card.id,
          register: "position",
          value: { columnId: card.columnId, rank: card.rank },
          version: card.versions.position ?? card.born,
        },
      ]
    : [];
  return accept(
    read,
    [{ entity: "card", id: op.card, set }, ...reranked("card", spot.others)],
    spot.exact,
    overwrote,
  );
}

/** Registers in which nobody writes. */
const UNWRITTEN: readonly string[] = ["position", "archived", "deleted"];

/** Whose writing on a card, by register or comment, came after what the sender had seen of it. */
function unseen(read: BoardReader, card: Card, sender: Sender): Record<string, string> {
  const { history } = read;
  if (!history) return {};
  const comments = history.commentsSince(card.id, sender.base);
  const written: Record<string, number | undefined> = {
    ...card.versions,
    ...Object.fromEntries(comments.map((comment) => [comment.id, commentVersion(comment)])),
  };
  const authors: Record<string, string> = {};
  for (const [name, version = 0] of Object.entries(written)) {
    if (version <= sender.base || UNWRITTEN.includes(name)) continue;
    const author = history.userAt(version);
    if (author && author !== sender.userId) authors[name] = author;
  }
  return authors;
}

/** Deletes a card; it stays restorable. Whoever wrote on it unseen is named, to hear of it. */
export function deleteCard(read: BoardReader, op: OpOf<"card.delete">, sender: Sender): Verdict {
  const card = read.card(op.card);
  if (!card) return reject("card_gone");
  if (card.deleted || !holds(card, op.only)) return { outcome: "noop" };
  const replaced = unseen(read, card, sender);
  const told = Object.keys(replaced).length > 0 ? { replaced } : {};
  return accept(read, [{ entity: "card", id: op.card, set: { deleted: true }, ...told }]);
}

/** Brings a card back to where it was, or to the first column when its own is gone. */
export function restoreCard(read: BoardReader, op: OpOf<"card.restore">): Verdict {
  const card = read.card(op.card);
  if (!card) return reject("card_gone");
  if (!card.deleted || !holds(card, op.only)) return { outcome: "noop" };
  return backOnBoard(read, card, { deleted: false });
}

/** The verdict on bringing back a card that no page may hold: it travels whole, to a place of its own. */
export function backOnBoard(
  read: BoardReader,
  card: Card,
  set: { deleted: false } | { archived: false; movedTo?: null },
): Verdict {
  const back = (moved: { columnId?: string; rank?: string }): Change[] => [
    { entity: "card", id: card.id, set: { ...set, ...moved }, was: card },
  ];
  // What stays in the archive keeps its place for the day that it leaves it.
  if (!isThere({ ...card, ...set })) return accept(read, back({}));
  if (isLive(read, card.columnId)) {
    const rank = freeRank(read.cardLane(card.columnId, card.id), card.rank);
    return accept(read, back(rank === card.rank ? {} : { columnId: card.columnId, rank }));
  }
  const columnId = firstColumn(read);
  if (columnId === undefined) return reject("column_gone");
  const rank = endOf(read.cardLane(columnId, card.id));
  return accept(read, back({ columnId, rank }), false);
}
