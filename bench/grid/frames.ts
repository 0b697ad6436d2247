import type { CDPSession, Page } from "playwright-core";

/** What scrolling a grid for a while took. */
export interface Fling {
  /** Milliseconds between one frame and the next. */
  intervals: number[];
  /** Processor time of the page's main thread, milliseconds a frame. */
  thread: number;
  /** The part of it spent in scripts. */
  script: number;
  /** Pixels that the grid moved. */
  moved: number;
}

interface Probe {
  grid: { scrollTop: number };
  frames: number[];
}

/**
 * Turns the wheel over the middle of the screen for `seconds` at `speed` pixels a frame of 60 a second, and back to the
 * top afterwards. The browser itself makes one wheel event a frame, as a mouse would.
 */
export async function fling(page: Page, speed: number, seconds: number): Promise<Fling> {
  const dev = await page.context().newCDPSession(page);
  await dev.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.evaluate(() => {
    const scope = globalThis as unknown as Probe & {
      document: { querySelector(selector: string): { scrollTop: number } };
      requestAnimationFrame(next: (at: number) => void): void;
    };
    scope.grid = scope.document.querySelector("[role=grid]");
    scope.grid.scrollTop = 0;
    scope.frames = [];
    const { frames } = scope;
    const tick = (at: number): void => {
      frames.push(at);
      // The next fling has a list of its own.
      if (scope.frames === frames) scope.requestAnimationFrame(tick);
    };
    scope.requestAnimationFrame(tick);
  });
  await page.waitForTimeout(500);
  const from = await spent(dev);
  const first = await page.evaluate(() => (globalThis as unknown as Probe).frames.length);
  await dev.send("Input.synthesizeScrollGesture", {
    x: 700,
    y: 500,
    yDistance: -speed * 60 * seconds,
    speed: speed * 60,
    gestureSourceType: "mouse",
    preventFling: true,
  });
  const { frames, moved } = await page.evaluate(() => {
    const { frames: list, grid } = globalThis as unknown as Probe;
    return { frames: [...list], moved: grid.scrollTop };
  });
  const to = await spent(dev);
  await dev.detach();
  const during = frames.slice(first);
  const each = (ms: number): number => ms / Math.max(1, during.length);
  return {
    intervals: during.slice(1).map((at, index) => at - (during[index] ?? at)),
    thread: each(to.all - from.all),
    script: each(to.script - from.script),
    moved,
  };
}

/** Processor time of the main thread so far, milliseconds. */
async function spent(dev: CDPSession): Promise<{ all: number; script: number }> {
  const { metrics } = await dev.send("Performance.getMetrics");
  const of = (name: string): number =>
    1000 * (metrics.find((metric) => metric.name === name)?.value ?? 0);
  return { all: of("TaskDuration"), script: of("ScriptDuration") };
}
