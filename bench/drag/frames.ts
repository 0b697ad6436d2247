import type { CDPSession, Page } from "playwright-core";

/** What moving the pointer for a while took. */
export interface Sweep {
  /** Milliseconds between one frame and the next. */
  intervals: number[];
  /** Processor time of the page's main thread as it is held back, milliseconds a frame. */
  thread: number;
  /** The part of it spent in scripts. */
  script: number;
}

interface Probe {
  frames: number[];
  requestAnimationFrame(next: (at: number) => void): void;
}

/** Pointer moves a second, as an ordinary mouse makes them. */
const MOVES = 100;
const MIDDLE = { x: 720, y: 450 };

/** A place on a lying eight around the middle of the screen, `at` in turns. */
const onEight = (at: number) => ({
  x: MIDDLE.x + 420 * Math.sin(2 * Math.PI * at),
  y: MIDDLE.y + 240 * Math.sin(4 * Math.PI * at),
});

/** Moves the pointer along an eight for `seconds`, one turn in two, and counts the page's frames meanwhile. */
export async function sweep(page: Page, dev: CDPSession, seconds: number): Promise<Sweep> {
  await page.evaluate(() => {
    const scope = globalThis as unknown as Probe;
    scope.frames = [];
    const { frames } = scope;
    const tick = (at: number): void => {
      frames.push(at);
      // The next sweep has a list of its own.
      if (scope.frames === frames) scope.requestAnimationFrame(tick);
    };
    scope.requestAnimationFrame(tick);
  });
  await page.waitForTimeout(300);
  const from = await spent(dev);
  const first = await page.evaluate(() => (globalThis as unknown as Probe).frames.length);
  const start = performance.now();
  const sent: Promise<unknown>[] = [];
  for (let move = 0; move < MOVES * seconds; move++) {
    const due = start + (move * 1000) / MOVES;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    // Not waited for: a hand doesn't wait for the page either.
    const place = onEight(move / MOVES / 2);
    sent.push(dev.send("Input.dispatchMouseEvent", { type: "mouseMoved", buttons: 1, ...place }));
  }
  const frames = await page.evaluate(() => [...(globalThis as unknown as Probe).frames]);
  const to = await spent(dev);
  await Promise.all(sent);
  const during = frames.slice(first);
  const each = (ms: number): number => ms / Math.max(1, during.length);
  return {
    intervals: during.slice(1).map((at, index) => at - (during[index] ?? at)),
    thread: each(to.all - from.all),
    script: each(to.script - from.script),
  };
}

/** Processor time of the main thread so far, milliseconds. */
async function spent(dev: CDPSession): Promise<{ all: number; script: number }> {
  const { metrics } = await dev.send("Performance.getMetrics");
  const of = (name: string): number =>
    1000 * (metrics.find((metric) => metric.name === name)?.value ?? 0);
  return { all: of("TaskDuration"), script: of("ScriptDuration") };
}

/** What the page's scripts hold in memory once everything that can go has gone, megabytes (1000² bytes). */
export async function heapOf(dev: CDPSession): Promise<number> {
  await dev.send("HeapProfiler.collectGarbage");
  const { usedSize } = await dev.send("Runtime.getHeapUsage");
  return usedSize / 1e6;
}
