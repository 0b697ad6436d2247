import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createOutbox } from "./outbox.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp(kept: Record<string, number>, online = false) {
  const device = new Map(Object.entries(kept));
  const reported: Record<string, number> = {};
  const notes = new Map<string, number>();
  const noted: Record<string, number> = {};
  const state = { online, taken: true };
  const send = vi.fn<(board: string) => Promise<boolean>>(async (board: string) => {
    if (state.taken) device.delete(board);
    return state.taken;
  });
  const outbox = createOutbox({
    count: async () => new Map(device),
    report: (board, count) => (reported[board] = count),
    notes: async () => new Map(notes),
    reportNotes: (board, count) => (noted[board] = count),
    send,
    online: () => state.online,
  });
  return { outbox, device, reported, notes, noted, state, send };
}

test("offline, what waits for boards that no page has open is counted", async () => {
  const { outbox, reported, send } = setUp({ a: 1, b: 2 });
  outbox.opened("b");
  await outbox.look();
  expect(reported).toEqual({ a: 1 });
  expect(send).not.toHaveBeenCalled();
});

test("a board that is left is counted from the device, and sent once there is a network", async () => {
  const { outbox, device, reported, state, send } = setUp({ a: 1 });
  const leave = outbox.opened("a");
  device.set("a", 3);
  leave();
  await vi.advanceTimersByTimeAsync(300);
  expect(reported).toEqual({ a: 3 });
  state.online = true;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(send).toHaveBeenCalledExactlyOnceWith("a");
  expect(reported).toEqual({ a: 0 });
});

test("what was answered before the board was left is not counted any more", async () => {
  const { outbox, reported } = setUp({});
  outbox.opened("a")();
  await vi.advanceTimersByTimeAsync(300);
  expect(reported).toEqual({ a: 0 });
});

test("a board that this person may not change is asked once and not spoken of", async () => {
  const { outbox, device, reported, state, send } = setUp({ a: 1 }, true);
  state.taken = false;
  await outbox.look();
  await outbox.look();
  expect(send).toHaveBeenCalledOnce();
  expect(reported).toEqual({ a: 0 });
  expect(device.get("a")).toBe(1);
});

test("the organization's end takes its counts away", async () => {
  const { outbox, reported } = setUp({ a: 1 });
  await outbox.look();
  outbox.close();
  expect(reported).toEqual({ a: 0 });
});

test("what is left to settle is told for boards that no page has open", async () => {
  const { outbox, notes, noted } = setUp({});
  notes.set("a", 2).set("b", 1);
  const leave = outbox.opened("b");
  await outbox.look();
  expect(noted).toEqual({ a: 2 });
  leave();
  await vi.advanceTimersByTimeAsync(300);
  expect(noted).toEqual({ a: 2, b: 1 });
  notes.delete("a");
  await outbox.look();
  expect(noted).toEqual({ a: 0, b: 1 });
  outbox.close();
  expect(noted).toEqual({ a: 0, b: 0 });
});
