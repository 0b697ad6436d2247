import type { Page } from "playwright-core";

interface Motion {
  /** How many animations and transitions were seen running. */
  begun: number;
  /** Of the longest of them, all its rounds together, in ms. */
  longest: number;
}
type Watched = typeof globalThis & { motion: Motion };

/** From the next page on, keeps what `document.getAnimations()` tells in every frame and whenever something begins to move. */
export async function watchMotion(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const motion = { begun: 0, longest: 0 };
    Object.assign(globalThis, { motion });
    const look = () => {
      for (const { effect } of document.getAnimations()) {
        const { duration, iterations } = effect?.getComputedTiming() ?? {};
        motion.begun += 1;
        motion.longest = Math.max(motion.longest, Number(duration ?? 0) * (iterations ?? 1));
      }
    };
    for (const type of ["animationstart", "transitionrun"])
      document.addEventListener(type, look, true);
    const eachFrame = () => {
      look();
      requestAnimationFrame(eachFrame);
    };
    requestAnimationFrame(eachFrame);
  });
}

/** What moved since the page began. Infinite motion has an infinite length. */
export const motion = (page: Page): Promise<Motion> =>
  page.evaluate(() => (globalThis as Watched).motion);
