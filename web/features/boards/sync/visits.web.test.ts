import { createStore } from "solid-js/store";
import { expect, test, vi } from "vitest";
import type { LiveBoard } from "./board-store.ts";
import { createVisits } from "./visits.ts";

/** A board that is opened and becomes ready, or is refused, when told. */
function boards() {
  const [link, setLink] = createStore({ ready: false, status: "connecting" });
  const close = vi.fn<() => void>();
  const live = { link, close } as unknown as LiveBoard;
  const open = vi.fn<() => Promise<LiveBoard>>(() => Promise.resolve(live));
  return { live, close, open, setLink, visits: createVisits("usr_1", open) };
}

test("a visited board is given once it is ready, opened once, and closed when nobody asks any more", async () => {
  vi.useFakeTimers();
  const { visits, open, live, close, setLink } = boards();
  setLink("ready", true);
  expect(await visits.visit("brd_1")).toBe(live);
  await visits.visit("brd_1");
  expect(open).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(close).toHaveBeenCalledOnce();
  vi.useRealTimers();
});

test("a board that is neither here nor answers is unreachable, and asked for anew the next time", async () => {
  vi.useFakeTimers();
  const { visits, open, close } = boards();
  const asked = visits.visit("brd_1").catch(String);
  await vi.advanceTimersByTimeAsync(8_000);
  expect(await asked).toContain("unreachable");
  expect(close).toHaveBeenCalledOnce();
  const again = visits.visit("brd_1").catch(String);
  await vi.advanceTimersByTimeAsync(8_000);
  expect(await again).toContain("unreachable");
  expect(open).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
});
