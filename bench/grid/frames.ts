import type { Page } from "playwright-core";
import { framesDuring, type Motion } from "../lib/frames.ts";

/** What scrolling a grid for a while took. */
export interface Fling extends Motion {
  /** Pixels that the grid moved. */
  moved: number;
}

interface Probe {
  document: { querySelector(selector: string): { scrollTop: number } };
}

/**
 * Turns the wheel over the middle of the screen for `seconds` at `speed` pixels a frame of 60 a second, from the top. The
 * browser itself makes one wheel event a frame, as a mouse would.
 */
export async function fling(page: Page, speed: number, seconds: number): Promise<Fling> {
  const dev = await page.context().newCDPSession(page);
  await dev.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.evaluate(() => {
    (globalThis as unknown as Probe).document.querySelector("[role=grid]").scrollTop = 0;
  });
  const motion = await framesDuring(page, dev, 500, () =>
    dev.send("Input.synthesizeScrollGesture", {
      x: 700,
      y: 500,
      yDistance: -speed * 60 * seconds,
      speed: speed * 60,
      gestureSourceType: "mouse",
      preventFling: true,
    }),
  );
  const moved = await page.evaluate(
    () => (globalThis as unknown as Probe).document.querySelector("[role=grid]").scrollTop,
  );
  await dev.detach();
  return { ...motion, moved };
}
