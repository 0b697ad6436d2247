import type { CDPSession, Page } from "playwright-core";

/** What a page did while something moved on it. */
export interface Motion {
  /** Milliseconds between one frame and the next. */
  intervals: number[];
  /** Processor time of the page's main thread, milliseconds a frame; as held back, where it is. */
  thread: number;
  /** The part of it spent in scripts. */
  script: number;
}

interface Probe {
  frames: number[];
  requestAnimationFrame(next: (at: number) => void): void;
}

/** Counts the page's frames during `move`, once it has rested for `restMs`. The session has `Performance` enabled. */
export async function framesDuring(
  page: Page,
  dev: CDPSession,
  restMs: number,
  move: () => Promise<unknown>,
): Promise<Motion> {
  await page.evaluate(() => {
    const scope = globalThis as unknown as Probe;
    scope.frames = [];
    const { frames } = scope;
    const tick = (at: number): void => {
      frames.push(at);
      // The next motion has a list of its own.
      if (scope.frames === frames) scope.requestAnimationFrame(tick);
    };
    scope.requestAnimationFrame(tick);
  });
  await page.waitForTimeout(restMs);
  const from = await spent(dev);
  const first = await page.evaluate(() => (globalThis as unknown as Probe).frames.length);
  await move();
  const frames = await page.evaluate(() => [...(globalThis as unknown as Probe).frames]);
  const to = await spent(dev);
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
