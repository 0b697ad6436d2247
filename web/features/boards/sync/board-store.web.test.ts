import { createRoot, createEffect } from "solid-js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ServerMessage } from "#domain/boards/messages.ts";
import type { Op } from "#domain/boards/ops.ts";
import { dealt, cardOp, testId } from "#domain/boards/testing.ts";
import { openBoard } from "./board-store.ts";
import type { LinkHandlers } from "./link.ts";
import { emptyShelf, memoryKeeper } from "./memory-keeper.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const card = testId("crd", 1);
const at = (x: number) => ({ card: null, field: null, dragging: true, x, y: 0 });
const peer = (name: string, userId: string) => ({ peer: name, userId, name, state: null });
const move = (n: number, column: number): Op => ({
  kind: "card.move",
  card: testId("crd", n),
  column: testId("col", column),
  after: null,
  before: null,
});

async function scene() {
  const truth = dealt(3, 6);
  const sent: string[] = [];
  let page: LinkHandlers | null = null;
  const board = await openBoard({
    userId: testId("usr", 1),
    keeper: memoryKeeper(emptyShelf()),
    now: Date.now,
    open(handlers) {
      page = handlers;
      return { send: (data) => sent.push(data) > 0, close: () => undefined };
    },
  });
  const hear = (frame: ServerMessage) => page?.onMessage(JSON.stringify(frame));
  const { version } = truth;
  const rights = { write: true, manage: false };
  page!.onStatus("open");
  page!.onOpen();
  hear({
    kind: "welcome",
    epoch: "e",
    version,
    lastSeq: 0,
    mode: "snapshot",
    peer: "per_me",
    rights,
  });
  hear({
    kind: "chunk",
    version,
    part: 0,
    last: true,
    columns: [...truth.columns.values()],
    cards: [...truth.cards.values()],
  });
  return { board, sent, hear, version, link: () => page! };
}

test("columns and cards are shown in order, with the person's rights", async () => {
  const { board } = await scene();
  expect(board.columns().map((column) => column.name)).toEqual([
    "Column 1",
    "Column 2",
    "Column 3",
  ]);
  expect(board.cardIds(testId("col", 1))).toEqual([testId("crd", 1), testId("crd", 4)]);
  expect(board.card(card)?.title).toBe("Card 1");
  expect(board.rights()).toEqual({ write: true, manage: false });
  expect(board.link).toMatchObject({ ready: true, waiting: 0, kept: false });
});

test("a move is shown at once, and wakes only the readers of its two columns", async () => {
  const { board } = await scene();
  const runs = [0, 0, 0];
  const dispose = createRoot((end) => {
    for (const n of [0, 1, 2]) {
      createEffect(() => {
        board.cardIds(testId("col", n + 1));
        runs[n] = (runs[n] ?? 0) + 1;
      });
    }
    return end;
  });
  await board.act(move(1, 2));
  expect(board.cardIds(testId("col", 2)).at(-1)).toBe(card);
  expect(board.link.waiting).toBe(1);
  expect(runs).toEqual([2, 2, 1]);
  dispose();
});

test("ops of others arrive, deleted cards leave their column", async () => {
  const { board, hear, version } = await scene();
  hear({
    kind: "ops",
    from: version + 1,
    to: version + 1,
    ops: [
      {
        version: version + 1,
        client: "tab-other",
        seq: 1,
        userId: "usr_b",
        at: "2026-11-21T10:00:00.000Z",
        opKind: "card.delete",
        changes: [{ entity: "card", id: card, set: { deleted: true } }],
      },
    ],
  });
  expect(board.cardIds(testId("col", 1))).toEqual([testId("crd", 4)]);
});

test("a refusal of the object is told, and kept with what was written until it is settled", async () => {
  const { board, hear, version } = await scene();
  const op: Op = { kind: "card.update", card, set: { description: "Long texte" } };
  await board.act(op);
  const reason = "description_conflict";
  hear({ kind: "ack", results: [{ seq: 1, version, outcome: "rejected", reason }] });
  expect(board.refusals()).toMatchObject([{ op, reason }]);
  board.dismiss(board.refusals()[0]?.id ?? 0);
  expect(board.refusals()).toEqual([]);
  const [note] = board.notes();
  expect(note).toMatchObject({ op, reason });
  if (note) await board.settle(note.id);
  expect(board.notes()).toEqual([]);
});

test("what is refused on this device, while it is typed, is kept as well", async () => {
  const { board } = await scene();
  const gone = testId("crd", 99);
  const op: Op = { kind: "card.update", card: gone, set: { description: "Long texte" } };
  expect(await board.act(op)).toBe("card_gone");
  expect(board.notes()).toMatchObject([{ op, reason: "card_gone" }]);
});

test("replaced values are settled one by one, and each can be given back", async () => {
  const { board, hear, version } = await scene();
  const set = { title: "À moi", priority: "high" } as const;
  await board.act({ kind: "card.update", card, set });
  const theirs = (register: string, value: string) => ({ id: card, register, value, version });
  const overwrote = [theirs("title", "À toi"), theirs("priority", "low")];
  const answer = {
    seq: 1,
    version: version + 1,
    outcome: "rebased",
    changes: [],
    inverse: [],
    overwrote,
  };
  hear({ kind: "ack", results: [answer] } as never);
  const [note] = board.notes();
  expect(note?.overwrote).toHaveLength(2);
  if (!note) return;
  await board.settle(note.id, overwrote[1]);
  expect(board.notes()).toMatchObject([{ overwrote: [{ register: "title" }] }]);
  await board.giveBack(theirs("title", "À toi"));
  expect(board.card(card)?.title).toBe("À toi");
  await board.settle(note.id, overwrote[0]);
  expect(board.notes()).toEqual([]);
});

test("offline, the last step that never left the device can be taken back", async () => {
  const { board, link } = await scene();
  link().onStatus("waiting");
  await board.act(cardOp(50, 1, "Hors ligne"));
  expect(board.link).toMatchObject({ status: "waiting", waiting: 1 });
  expect(await board.undo()).toBe(true);
  expect(board.link.waiting).toBe(0);
  expect(board.cardIds(testId("col", 1))).toHaveLength(2);
});

test("where a person is goes out at most ten times a second, the latest wins", async () => {
  const { board, sent } = await scene();
  const told = () =>
    sent.map((text) => JSON.parse(text) as { kind: string; state?: { x: number } });
  for (let x = 0; x < 30; x += 1) {
    board.setPresence(at(x));
    await vi.advanceTimersByTimeAsync(10);
  }
  await vi.advanceTimersByTimeAsync(200);
  const moves = told().filter((message) => message.kind === "presence");
  expect(moves.length).toBeLessThanOrEqual(5);
  expect(moves.at(-1)?.state?.x).toBe(29);
});

test("others on the board are known, oneself is not among them", async () => {
  const { board, hear } = await scene();
  hear({ kind: "presence", whole: true, peers: [peer("per_me", "u1"), peer("per_b", "u2")] });
  hear({ kind: "presence", whole: false, peers: [peer("per_c", "u3")] });
  expect(board.peers().map((one) => one.peer)).toEqual(["per_b", "per_c"]);
  hear({ kind: "left", peer: "per_b" });
  expect(board.peers().map((one) => one.peer)).toEqual(["per_c"]);
});

test("a refused change gives the confirmed value back, lists as well", async () => {
  const { board, hear, version } = await scene();
  const before = { title: board.card(card)?.title, tags: [...(board.card(card)?.tags ?? [])] };
  await board.act({
    kind: "card.update",
    card,
    set: { title: "Refusée" },
    tags: { add: ["Refusée"], remove: [] },
  });
  expect(board.card(card)).toMatchObject({ title: "Refusée", tags: ["Refusée"] });
  hear({ kind: "ack", results: [{ seq: 1, version, outcome: "rejected", reason: "forbidden" }] });
  expect(board.card(card)).toMatchObject(before);
});

test("a card is made state when it is first read, and follows from then on", async () => {
  const { board, hear, version } = await scene();
  const [op] = [{ kind: "card.update", card, set: { title: "De Karim" } }] as const;
  hear({
    kind: "ops",
    from: version + 1,
    to: version + 1,
    ops: [
      {
        version: version + 1,
        client: "client_two",
        seq: 1,
        userId: testId("usr", 2),
        at: "2026-11-21T10:00:00.000Z",
        opKind: op.kind,
        changes: [{ entity: "card", id: card, set: op.set }],
      },
    ],
  });
  const seen: (string | undefined)[] = [];
  createRoot(() => createEffect(() => seen.push(board.card(card)?.title)));
  expect(seen).toEqual(["De Karim"]);
  await board.act({ kind: "card.update", card, set: { title: "De Claire" } });
  expect(seen).toEqual(["De Karim", "De Claire"]);
  expect(board.card(testId("crd", 99))).toBeUndefined();
});
