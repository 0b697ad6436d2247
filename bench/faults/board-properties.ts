import { expect } from "vitest";
import { boardMap, type BoardMap } from "#domain/boards/board-map.ts";
import type { Comment } from "#domain/boards/comment.ts";
import type { BoardTag, Card, Column } from "#domain/boards/model.ts";
import { PROTOCOL } from "#domain/boards/protocol.ts";
import { contents } from "#domain/boards/testing.ts";
import { progressOf } from "#domain/boards/parts.ts";
import { isThere, wholeCard, wholeColumn } from "#domain/boards/whole.ts";
import { snapshotFrames } from "#objects/board/catch-up.ts";
import { greet, metaOf } from "#objects/board/core.ts";
import { follow } from "#objects/board/testing-follow.ts";
import { refusalNote } from "#web/features/boards/sync/note.ts";
import type { BoardObject } from "./board-object.ts";
import type { World } from "./board-world.ts";

/** A board without the cards that are deleted or archived, in a shape that compares. */
function live(board: BoardMap): unknown {
  const copy = boardMap();
  copy.columns = board.columns;
  copy.cards = new Map([...board.cards].filter(([, card]) => isThere(card)));
  copy.tags = board.tags;
  return contents(copy);
}

const records = <T>(object: BoardObject, table: "cards" | "columns" | "comments" | "tags") =>
  object.storage
    .all<{ body: string; changed: number }>(`SELECT body, changed FROM ${table} ORDER BY id`)
    .map(({ body, changed }) => {
      const stored = JSON.parse(body) as T & object;
      const whole = table === "cards" ? wholeCard : table === "columns" ? wholeColumn : null;
      return { ...stored, ...(whole?.(stored) as T | undefined), changed };
    });

/** Clients, the object and what its log adds up to are one board, and nothing waits. */
export function expectAgreement({ object, devices, witness }: World): void {
  const truth = follow(boardMap(), snapshotFrames(object.storage, metaOf(object.storage).version));
  expect(live(witness.truth()), "the log adds up to the object").toEqual(live(truth));
  const comments = new Map(records<Comment>(object, "comments").map((one) => [one.id, one]));
  for (const device of devices) {
    const { replica } = device.engine();
    expect(replica.waiting(), "everything was answered").toEqual([]);
    expect(live(replica.confirmed()), "client and object agree").toEqual(live(truth));
    for (const [id, { text, deleted }] of replica.confirmed().comments) {
      expect(comments.get(id), "a comment that a page knows is the object's").toMatchObject({
        text,
        deleted,
      });
    }
    expect(replica.view().cards.size, "nothing is pending").toBe(0);
  }
}

/** Rows, search, audit and live events of D1 tell what the object holds, each op once. */
export function expectProjected({ object, witness }: World): void {
  const { board, database } = object;
  const rows = (sql: string) => database.all<Record<string, unknown>>(sql, board);
  const cards = records<Card>(object, "cards");
  expect(rows("SELECT * FROM tasks WHERE board_id = ? ORDER BY id")).toMatchObject(
    cards.map((card) => ({
      id: card.id,
      src_version: card.changed,
      number: card.number,
      column_id: card.columnId,
      rank: card.rank,
      title: card.title,
      description: card.description,
      priority: card.priority,
      due_on: card.dueOn,
      tags: JSON.stringify(card.tags),
      cover: card.cover,
      checks_done: progressOf(card.items).done,
      checks: progressOf(card.items).total,
      links: JSON.stringify(card.links),
      archived: Number(card.archived),
      deleted: Number(card.deleted),
      updated_at: card.updatedAt,
    })),
  );
  expect(rows("SELECT * FROM board_columns WHERE board_id = ? ORDER BY id")).toMatchObject(
    records<Column>(object, "columns").map((column) => ({
      id: column.id,
      src_version: column.changed,
      name: column.name,
      category: column.category,
      wip_limit: column.wipLimit,
      wip_block: Number(column.wipBlock),
      rank: column.rank,
      archived: Number(column.archived),
      deleted: Number(column.deleted),
    })),
  );
  expect(
    rows("SELECT id, src_version, color FROM board_tags WHERE board_id = ? ORDER BY id"),
  ).toEqual(
    records<BoardTag>(object, "tags").map(({ id, changed, color }) => {
      return { id, src_version: changed, color };
    }),
  );
  const found = "SELECT entity_id, title FROM search_docs WHERE href LIKE '/boards/' || ? || '?%'";
  expect(rows(`${found} ORDER BY entity_id`), "search finds live cards").toEqual(
    cards
      .filter((card) => !card.deleted)
      .map(({ id, title }) => ({ entity_id: `${board}/${id}`, title })),
  );
  const comments = records<Comment>(object, "comments");
  expect(rows("SELECT * FROM comments WHERE board_id = ? ORDER BY id")).toMatchObject(
    comments.map((comment) => ({
      id: comment.id,
      src_version: comment.changed,
      card_id: comment.cardId,
      author_id: comment.authorId,
      text: comment.text,
      mentions: JSON.stringify(comment.mentions),
      edited_at: comment.editedAt,
      deleted: Number(comment.deleted),
    })),
  );
  for (const card of cards) {
    const own = comments.filter(({ cardId, deleted }) => cardId === card.id && !deleted);
    expect(card.comments, "a card's face tells how many comments it has").toBe(own.length);
  }
  expect(
    rows("SELECT source, user_id, kind FROM notifications WHERE board_id = ?")
      .map((row) => [row["source"], row["user_id"], row["kind"]].join(" "))
      .toSorted(),
    "everybody is told once",
  ).toEqual(witness.notices.map((notice) => `boards/${board}@${notice}`).toSorted());
  const told = rows("SELECT source FROM audit WHERE container_id = ? ORDER BY id");
  expect(
    told.map(({ source }) => source),
    "audit tells each op once, in order",
  ).toEqual(witness.log.map(({ version }) => `boards/${board}@${version}`));
  const notices = rows("SELECT after FROM outbox WHERE entity_id = ? ORDER BY seq");
  expect(new Set(notices.map(({ after }) => after)).size, "no notice twice").toBe(notices.length);
  const mark = "SELECT version FROM projections WHERE source = 'boards/' || ?";
  expect(rows(mark)).toEqual([{ version: metaOf(object.storage).version }]);
}

/** What was acknowledged is in the log under its version; what was written is there. */
export function expectKept({ object, acks, witness, written }: World): void {
  for (const { client, result } of acks) {
    const { outcome, seq, version } = result;
    const at = witness.appliedAt(client, seq);
    const applied = outcome === "applied" || outcome === "rebased";
    if (applied) expect(at, `acknowledged op ${client}:${seq}`).toBe(version);
    // A noop may stand for an answer that is no longer kept: then the op was applied, once.
    else if (outcome === "rejected") expect(at, `refused op ${client}:${seq}`).toBeUndefined();
  }
  const stored = new Set(records<Card>(object, "cards").map(({ id }) => id));
  for (const id of written) expect(stored, "what was written is there").toContain(id);
}

/** What somebody wrote and the board refused waits on their device, to be settled. */
export function expectNoted({ refusals }: World): void {
  for (const { shelf, op, reason } of refusals) {
    const note = refusalNote("", "", op, reason);
    if (!note) continue;
    const kept = shelf.notes.map((one) => JSON.stringify([one.op, one.reason]));
    expect(kept, "a refused text is kept").toContain(JSON.stringify([op, reason]));
  }
}

/** For whoever held the board at some version, the delta and the snapshot lead to the same board. */
export function expectDeltas({ object, witness }: World): void {
  const { storage } = object;
  const meta = metaOf(storage);
  const greeter = { userId: "usr_a", peer: "per_1", rights: { write: true, manage: true } };
  const hello = { kind: "hello", protocol: PROTOCOL, client: "client_since" } as const;
  const whole = live(follow(boardMap(), snapshotFrames(storage, meta.version)));
  for (const { epoch, version, board } of witness.held) {
    const frames = greet(storage, greeter, { ...hello, epoch, since: version });
    const mode = epoch === meta.epoch && version >= meta.minLog ? "delta" : "snapshot";
    expect(frames[0]).toMatchObject({ kind: "welcome", mode });
    expect(live(follow(board, frames)), `delta since ${version}`).toEqual(whole);
  }
}

/** Whatever was said before is said again: the same answers, and nothing has changed anywhere. */
export async function expectReplays({ object, taken, rest, witness }: World): Promise<void> {
  const { storage, database, board } = object;
  const counts = () =>
    [
      "audit WHERE container_id",
      "outbox WHERE entity_id",
      "notifications WHERE board_id",
      "comments WHERE board_id",
    ].map((from) => database.all(`SELECT count(*) AS n FROM ${from} = ?`, board));
  const state = () => {
    // How far back the log reaches is a matter of time.
    const { minLog: _, ...meta } = metaOf(storage);
    return [
      meta,
      records(object, "cards"),
      records(object, "columns"),
      records(object, "comments"),
      counts(),
    ];
  };
  const before = state();
  for (const { epoch, userId, client, text } of taken) {
    if (epoch !== witness.epoch()) continue;
    const wire = await object.connect(userId);
    if (!wire) throw new Error(`${userId} was not let in`);
    const hello = {
      kind: "hello",
      protocol: PROTOCOL,
      client,
      epoch,
      since: metaOf(storage).version,
    };
    wire.up.push(JSON.stringify(hello), text);
    await object.take(wire);
    await object.take(wire);
    // Numbers that a device gave twice are refused, however often they come.
    const told = /^{"kind":("ack"|"refused","client":)/;
    const answer = wire.down.findLast((frame) => told.test(String(frame)));
    expect(answer, "a replay is answered").toBeDefined();
    object.leave(wire, true);
  }
  for (const { push, results } of rest) {
    expect((await object.outside(push))?.results, "REST answers as before").toEqual(results);
  }
  await object.alarm(true);
  expect(state(), "replays change nothing").toEqual(before);
}
