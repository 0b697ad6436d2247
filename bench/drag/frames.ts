import type { CDPSession, Page } from "playwright-core";
import { framesDuring, type Motion } from "../lib/frames.ts";

/** Pointer moves a second, as an ordinary mouse makes them. */
const MOVES = 100;
const MIDDLE = { x: 720, y: 450 };

/** A place on a lying eight around the middle of the screen, `at` in turns. */
const onEight = (at: number) => ({
  x: MIDDLE.x + 420 * Math.sin(2 * Math.PI * at),
  y: MIDDLE.y + 240 * Math.sin(4 * Math.PI * at),
});

/** Moves the pointer along an eight for `seconds`, one turn in two, and counts the page's frames meanwhile. */
export async function sweep(page: Page, dev: CDPSession, seconds: number): Promise<Motion> {
  const sent: Promise<unknown>[] = [];
  const motion = await framesDuring(page, dev, 300, async () => {
    const start = performance.now();
    for (let move = 0; move < MOVES * seconds; move++) {
      const wait = start + (move * 1000) / MOVES - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      // Not waited for: a hand doesn't wait for the page either.
      const place = onEight(move / MOVES / 2);
      sent.push(dev.send("Input.dispatchMouseEvent", { type: "mouseMoved", buttons: 1, ...place }));
    }
  });
  await Promise.all(sent);
  return motion;
}

/** What the page's scripts hold in memory once everything that can go has gone, megabytes (1000² bytes). */
export async function heapOf(dev: CDPSession): Promise<number> {
  await dev.send("HeapProfiler.collectGarbage");
  const { usedSize } = await dev.send("Runtime.getHeapUsage");
  return usedSize / 1e6;
}
