import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ServerMessage } from "#domain/boards/messages.ts";
import { dealt } from "#domain/boards/testing.ts";
import { startEngine } from "./engine.ts";
import type { LinkHandlers } from "./link.ts";
import { emptyShelf, memoryKeeper } from "./memory-keeper.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const truth = dealt(2, 2);
const { version } = truth;

const WELCOME: ServerMessage = {
  kind: "welcome",
  epoch: "e",
  version,
  lastSeq: 0,
  mode: "snapshot",
  peer: "per_me",
  rights: { write: true, manage: true },
};

const part = (n: number, last: boolean): ServerMessage => ({
  kind: "chunk",
  version,
  part: n,
  last,
  columns: n === 0 ? [...truth.columns.values()] : [],
  cards: [...truth.cards.values()].slice(n, n + 1),
});

/** A page whose connection is open and has said its first hello. */
async function scene(shelf = emptyShelf()) {
  const sent: string[] = [];
  let page: LinkHandlers | undefined;
  const engine = await startEngine(
    {
      userId: "usr_a",
      keeper: memoryKeeper(shelf),
      now: Date.now,
      open(handlers) {
        page = handlers;
        return { send: (data) => sent.push(data) > 0, close: () => undefined };
      },
    },
    {
      changed: () => undefined,
      stepDone: () => undefined,
      noted: () => undefined,
      status: () => undefined,
      message: () => undefined,
      unkept: () => undefined,
    },
  );
  page?.onStatus("open");
  page?.onOpen();
  return {
    engine,
    hear: (frame: ServerMessage) => page?.onMessage(JSON.stringify(frame)),
    hellos: () => sent.filter((data) => data.includes('"hello"')).length,
  };
}

test("a hello without an answer is said again, whatever others do meanwhile", async () => {
  const { hear, hellos } = await scene();
  for (let s = 0; s < 9; s += 1) {
    await vi.advanceTimersByTimeAsync(1000);
    hear({ kind: "presence", peers: [], whole: false });
  }
  expect(hellos()).toBe(1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(hellos()).toBe(2);
});

test("a board that stops in the middle of coming is asked for again; one that still comes is waited for", async () => {
  const { hear, hellos, engine } = await scene();
  await vi.advanceTimersByTimeAsync(8000);
  hear(WELCOME);
  await vi.advanceTimersByTimeAsync(8000);
  hear(part(0, false));
  await vi.advanceTimersByTimeAsync(8000);
  expect(hellos()).toBe(1);
  await vi.advanceTimersByTimeAsync(12_000);
  expect(hellos()).toBe(2);
  hear(WELCOME);
  hear(part(0, false));
  hear(part(1, true));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(hellos()).toBe(2);
  expect(engine.replica.confirmed().cards.size).toBe(2);
});

test("a board that came whole is there for a visit right after this one", async () => {
  const shelf = emptyShelf();
  const { hear } = await scene(shelf);
  hear(WELCOME);
  hear(part(0, false));
  hear(part(1, true));
  await vi.advanceTimersByTimeAsync(300);
  expect(shelf.board).toMatchObject({ version, cards: [...truth.cards.values()] });
});
