import { expect } from "vitest";
import { applyChanges, boardMap, type BoardMap } from "#domain/boards/board-map.ts";
import { registersOf, versionOf } from "#domain/boards/changes.ts";
import type { LoggedOp } from "#domain/boards/messages.ts";
import type { Comment } from "#domain/boards/comment.ts";
import { type BoardTag, type Card, type Column, watchersOf } from "#domain/boards/model.ts";
import { byRank } from "#domain/boards/reader.ts";
import { isThere } from "#domain/boards/whole.ts";
import { readOps, snapshotFrames } from "#objects/board/catch-up.ts";
import { metaOf } from "#objects/board/core.ts";
import { follow } from "#objects/board/testing-follow.ts";
import type { BoardObject } from "./board-object.ts";
import { expectParts } from "./board-parts.ts";

/** A board that somebody held at some version. */
interface Held {
  epoch: string;
  version: number;
  board: BoardMap;
}

const key = (op: Pick<LoggedOp, "client" | "seq">) => `${op.client}:${op.seq}`;

const RECORDS = { card: "cards", column: "columns", comment: "comments", tag: "tags" } as const;

const live = <T extends Card | Column>(all: Iterable<T>) => [...all].filter(isThere);

/**
 * Sees every op that the object applies, one by one, and holds it against what must always be so: versions without
 * holes, no op twice, rights, order in columns, undo that leaves others alone.
 */
export function witness(object: BoardObject, rightsOf: (userId: string) => readonly string[]) {
  const { storage } = object;
  const log: LoggedOp[] = [];
  const applied = new Map<string, number>();
  const authors = new Map<number, string>();
  /** Ops, as `client:seq`, that take a step back or forward. */
  const undoing = new Set<string>();
  /** Ops, as `client:seq`, that this version of the board cannot know. */
  const unknown = new Set<string>();
  const held: Held[] = [];
  /** Who is due to be told of what, as `version person kind`. */
  const notices: string[] = [];
  let [epoch, seen, truth] = ["", 0, boardMap()];

  const lane = (column: string) =>
    [...truth.cards.values()]
      .filter((card) => isThere(card) && card.columnId === column)
      .toSorted(byRank)
      .map(({ id }) => id);

  function beforeOp(op: LoggedOp): void {
    if (applied.has(key(op))) throw new Error(`Op ${key(op)} was applied twice`);
    if (unknown.has(key(op))) throw new Error(`Op ${key(op)} is of another version`);
    const rights = op.client === "founding" ? null : rightsOf(op.userId);
    const needed = op.opKind.startsWith("column.") ? "boards.manage" : "boards.write";
    if (rights && !rights.includes(needed)) throw new Error(`${op.userId} did ${op.opKind}`);
    if (!undoing.has(key(op))) return;
    for (const change of op.changes) {
      const record = truth[RECORDS[change.entity]].get(change.id);
      if (!record) continue;
      // Whoever comes back finds a place of its own where its old one is taken.
      const moved = /\.(restore|unarchive)$/.test(op.opKind) ? "position" : "";
      for (const register of registersOf(change)) {
        if (register === moved) continue;
        const author = authors.get(versionOf(record, register));
        expect(author, `undo by ${op.client} of ${register} of ${change.id}`).toBe(op.userId);
      }
    }
  }

  /** Comments are their authors' own; whom an op concerns is worked out from the board as it was before. */
  function notice({ version, userId, opKind, changes }: LoggedOp): void {
    const due = new Map<string, string>();
    for (const change of changes) {
      if (change.entity === "comment") {
        const was = truth.comments.get(change.id);
        if (was && was.authorId !== userId) throw new Error(`${userId} did ${opKind} to a comment`);
        const card = truth.cards.get(change.set.cardId ?? was?.cardId ?? "");
        for (const { id } of change.set.mentions ?? []) {
          if (!was?.mentions.some((one) => one.id === id)) due.set(id, "mention");
        }
        const said = opKind === "comment.create" && !change.set.imported;
        for (const id of said && card ? watchersOf(card) : []) {
          if (!due.has(id)) due.set(id, "comment");
        }
      } else if (change.entity === "card" && !change.quiet) {
        const had = change.set.createdAt ? [] : (truth.cards.get(change.id)?.assigneeIds ?? []);
        for (const id of change.set.assigneeIds ?? [])
          if (!had.includes(id)) due.set(id, "assigned");
      }
    }
    due.delete(userId);
    for (const [id, kind] of due) notices.push(`${version} ${id} ${kind}`);
  }

  /** Cards that were ranked anew stand as they stood; only the one that was moved is elsewhere. */
  function apply(op: LoggedOp): boolean {
    const quiet = op.changes.some(
      (change) => change.quiet && change.entity === "card" && change.set.rank !== undefined,
    );
    const moved = op.changes.find((change) => !change.quiet);
    const column = moved?.entity === "card" ? (moved.set.columnId ?? "") : "";
    const others = () => lane(column).filter((id) => id !== moved?.id);
    const before = quiet ? others() : [];
    applyChanges(truth, op.changes, op);
    if (quiet) expect(others(), "a lane ranked anew keeps its order").toEqual(before);
    return quiet;
  }

  function expectOrder(): void {
    const columns = live(truth.columns.values());
    // Archived columns keep the cards that stood in them.
    const kept = [...truth.columns.values()].filter(({ deleted }) => !deleted);
    const ids = new Set(kept.map(({ id }) => id));
    const places = live(truth.cards.values()).map(({ columnId, rank }) => `${columnId} ${rank}`);
    for (const { id, columnId } of live(truth.cards.values())) {
      if (!ids.has(columnId)) throw new Error(`Card ${id} is live in a column that is not`);
    }
    const ranks = new Set(columns.map(({ rank }) => rank));
    if (new Set(places).size < places.length) throw new Error("Two cards are in one place");
    if (ranks.size < columns.length) throw new Error("Two columns are in one place");
    expectParts(truth.cards);
  }

  /** What a restored object no longer knows of a name may come again, as it would under a fresh one. */
  function forget(): void {
    const rows = storage.all<{ id: string; lastSeq: number }>("SELECT id, lastSeq FROM clients");
    const last = new Map(rows.map(({ id, lastSeq }) => [id, lastSeq]));
    for (const { client, seq } of log) {
      if (seq > (last.get(client) ?? 0)) applied.delete(key({ client, seq }));
    }
  }

  /** The whole board out of the object's tables: at first, and where a backup was restored. */
  function takeUp(): void {
    const meta = metaOf(storage);
    const restored = epoch !== "";
    [epoch, seen, truth] = [meta.epoch, restored ? meta.version : 0, boardMap()];
    if (!restored) return;
    forget();
    authors.set(seen, "usr_nobody");
    for (const { body } of storage.all<{ body: string }>("SELECT body FROM cards")) {
      const card = JSON.parse(body) as Card;
      truth.cards.set(card.id, card);
    }
    for (const { body } of storage.all<{ body: string }>("SELECT body FROM comments")) {
      const comment = JSON.parse(body) as Comment;
      truth.comments.set(comment.id, comment);
    }
    for (const { body } of storage.all<{ body: string }>("SELECT body FROM columns")) {
      const column = JSON.parse(body) as Column;
      truth.columns.set(column.id, column);
    }
    for (const { body } of storage.all<{ body: string }>("SELECT body FROM tags")) {
      const tag = JSON.parse(body) as BoardTag;
      truth.tags.set(tag.id, tag);
    }
    truth.version = seen;
  }

  return {
    log,
    undoing,
    unknown,
    held,
    notices,
    reranked: 0,
    /** The version at which an op was applied. */
    appliedAt: (client: string, seq: number) => applied.get(`${client}:${seq}`),
    truth: () => truth,
    epoch: () => epoch,
    /** Looks at what is new. To be called after whatever the object did. */
    look(keep: boolean): void {
      const meta = metaOf(storage);
      if (meta.epoch !== epoch) takeUp();
      if (meta.version === seen) return;
      const fresh = readOps(storage, seen, meta.version);
      const due = Array.from({ length: meta.version - seen }, (_, i) => seen + 1 + i);
      expect(
        fresh.map(({ version }) => version),
        "versions without holes",
      ).toEqual(due);
      for (const op of fresh) {
        beforeOp(op);
        notice(op);
        this.reranked += Number(apply(op));
        applied.set(key(op), op.version);
        authors.set(op.version, op.userId);
        log.push(op);
      }
      seen = meta.version;
      expectOrder();
      if (!keep) return;
      const board = follow(boardMap(), snapshotFrames(storage, seen));
      board.version = seen;
      held.push({ epoch, version: seen, board });
    },
  };
}

export type Witness = ReturnType<typeof witness>;
