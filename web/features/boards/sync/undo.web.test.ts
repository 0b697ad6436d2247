import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { applyChanges, mapReader } from "#domain/boards/board-map.ts";
import { decide } from "#domain/boards/decide.ts";
import type { Push, Result, ServerMessage } from "#domain/boards/messages.ts";
import type { Op } from "#domain/boards/ops.ts";
import { dealt, testId } from "#domain/boards/testing.ts";
import { openBoard } from "./board-store.ts";
import type { LinkHandlers } from "./link.ts";
import { emptyShelf, memoryKeeper } from "./memory-keeper.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const card = testId("crd", 1);
const userId = testId("usr", 1);
const WAY_MS = 80;

/** A board whose object decides as the real one does, and whose answers are on their way for a while. */
async function scene() {
  const truth = dealt(3, 6);
  let page: LinkHandlers | null = null;
  const hear = (frame: ServerMessage) => page?.onMessage(JSON.stringify(frame));
  const answer = ({ ops }: Push) => {
    const results = ops.map(({ seq, base, op }) => {
      const at = new Date(Date.now()).toISOString();
      const sender = { userId, client: "c", base, at };
      const verdict = decide(mapReader(truth), op as Op, sender);
      if (verdict.outcome === "applied" || verdict.outcome === "rebased") {
        truth.version += 1;
        applyChanges(truth, verdict.changes, { version: truth.version, at });
      }
      return { ...verdict, seq, at, version: truth.version } as Result;
    });
    setTimeout(() => hear({ kind: "ack", results }), WAY_MS);
  };
  const send = (data: string) => {
    const message = JSON.parse(data) as { kind: string } & Push;
    if (message.kind === "push") answer(message);
    return true;
  };
  const board = await openBoard({
    userId,
    keeper: memoryKeeper(emptyShelf()),
    now: Date.now,
    open(handlers) {
      page = handlers;
      return { send, close: () => undefined };
    },
  });
  const { version } = truth;
  const rights = { write: true, manage: true };
  const head = { epoch: "e", version, lastSeq: 0, peer: "per_me", rights } as const;
  page!.onStatus("open");
  page!.onOpen();
  hear({ kind: "welcome", mode: "snapshot", ...head });
  const records = { columns: [...truth.columns.values()], cards: [...truth.cards.values()] };
  hear({ kind: "chunk", version, part: 0, last: true, ...records });
  const name = (title: string) => board.act({ kind: "card.update", card, set: { title } });
  return { board, name, title: () => board.card(card)?.title, link: () => page! };
}

test("a stroke while the step is on its way takes it back once it is answered", async () => {
  const { board, name, title } = await scene();
  const before = title();
  await name("Un");
  await vi.advanceTimersByTimeAsync(40);
  const undone = board.undo();
  await vi.advanceTimersByTimeAsync(200);
  expect(await undone).toBe(true);
  expect(title()).toBe(before);
});

test("three quick strokes take three steps back, three more bring them again", async () => {
  const { board, name, title } = await scene();
  const before = title();
  for (const text of ["Un", "Deux", "Trois"]) {
    await name(text);
    await vi.advanceTimersByTimeAsync(200);
  }
  const undone = Promise.all([board.undo(), board.undo(), board.undo()]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(await undone).toEqual([true, true, true]);
  expect(title()).toBe(before);
  const again = Promise.all([board.redo(), board.redo()]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(await again).toEqual([true, true]);
  expect(title()).toBe("Deux");
});

test("offline, redo takes back the undo that never left, and nothing else is lost of it", async () => {
  const { board, name, title, link } = await scene();
  await name("Un");
  await vi.advanceTimersByTimeAsync(200);
  const before = title();
  link().onStatus("waiting");
  expect(await board.undo()).toBe(true);
  expect(title()).not.toBe(before);
  expect(await board.undo()).toBe(false);
  expect(await board.redo()).toBe(true);
  expect(title()).toBe("Un");
  expect(board.undoable().undo).toBe(true);
  expect(board.link.waiting).toBe(0);
});
