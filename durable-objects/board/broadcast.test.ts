import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ServerMessage } from "#domain/boards/messages.ts";
import { cardOp } from "#domain/boards/testing.ts";
import { startBroadcast, tickMs } from "./broadcast.ts";
import { pushAs, testBoard } from "./testing.ts";

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("WebSocket", { OPEN: 1 });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A board with people on it, who hear ops as they are sent. */
function scene(people: number) {
  const storage = testBoard();
  const heard: { at: number; to: number }[] = [];
  const socketOf = (i: number) =>
    ({
      readyState: 1,
      deserializeAttachment: () => ({ client: `client_${i}` }),
      send(text: string) {
        const frame = JSON.parse(text) as ServerMessage;
        if (i === 0 && frame.kind === "ops") heard.push({ at: Date.now() - began, to: frame.to });
      },
    }) as unknown as WebSocket;
  const sockets = Array.from({ length: people }, (_, i) => socketOf(i));
  const broadcast = startBroadcast(storage, () => sockets);
  let seq = 0;
  const began = Date.now();
  return {
    heard,
    write: () => {
      seq += 1;
      pushAs(storage, "client_0", seq, [cardOp(seq)]);
      broadcast.ops();
    },
  };
}

test("after a quiet tick a move is told at once, those that follow together with the next tick", () => {
  const { heard, write } = scene(50);
  write();
  expect(heard).toEqual([{ at: 0, to: 4 }]);
  for (let i = 0; i < 3; i++) {
    vi.advanceTimersByTime(2);
    write();
  }
  expect(heard).toHaveLength(1);
  vi.advanceTimersByTime(4);
  expect(heard.slice(1)).toEqual([{ at: 10, to: 7 }]);
  vi.advanceTimersByTime(100);
  write();
  expect(heard.at(-1)).toEqual({ at: 110, to: 8 });
});

test("a crowd gets a frame a tick however much is written, and nothing is left out", () => {
  const { heard, write } = scene(200);
  for (let i = 0; i < 100; i++) {
    write();
    vi.advanceTimersByTime(4);
  }
  vi.advanceTimersByTime(40);
  expect(heard.length).toBeLessThanOrEqual(12);
  expect(heard.at(-1)?.to).toBe(103);
});

test("the tick grows with the crowd, between 10 and 40 ms", () => {
  expect([1, 10, 50, 200, 5000].map(tickMs)).toEqual([10, 10, 10, 40, 40]);
});
