import type { Page } from "playwright-core";

const PATIENCE = 120_000;

/** Waits until a file is read whole and goes on at once. Answers when, in the page's own clock. */
export async function readToEnd(page: Page, rows: number): Promise<number> {
  const found = await page.waitForFunction(
    (count) => {
      const { document } = globalThis as unknown as {
        document: { querySelectorAll(what: string): Iterable<Pressed> };
      };
      interface Pressed {
        textContent: string;
        click(): void;
      }
      for (const button of document.querySelectorAll("button:not([aria-busy]):not([disabled])")) {
        const text = button.textContent.replaceAll(/\s/g, "");
        if (!text.includes(`Continueravec${count}`)) continue;
        const now = performance.now();
        button.click();
        return now;
      }
      return 0;
    },
    String(rows),
    { polling: "raf", timeout: PATIENCE },
  );
  return found.jsonValue();
}

/** When the first rows of a file are seen, read whole or not. */
export const rowsShown = (page: Page): Promise<number> => shown(page, "tbody td", 1);

/** When the first chart of a file stands on the page, in its own clock. */
export const chartShown = (page: Page): Promise<number> =>
  shown(page, '[role="application"][aria-label*="montant_ht"]', 1);

/** When so many widgets show their answers. */
export const allWidgets = (page: Page, count: number): Promise<number> =>
  shown(page, '[data-widget] [aria-busy="false"]', count);

async function shown(page: Page, selector: string, count: number): Promise<number> {
  const found = await page.waitForFunction(
    ([what, many]) => {
      const { document } = globalThis as unknown as {
        document: { querySelectorAll(what: string): ArrayLike<unknown> };
      };
      return document.querySelectorAll(what).length >= many ? performance.now() : 0;
    },
    [selector, count] as const,
    { polling: "raf", timeout: PATIENCE },
  );
  await found.dispose();
  // Drawn is what two frames later is still there.
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const scope = globalThis as unknown as { requestAnimationFrame(then: () => void): void };
        scope.requestAnimationFrame(() =>
          scope.requestAnimationFrame(() => resolve(performance.now())),
        );
      }),
  );
}

/** When the page was last clicked (`bench/page/pointed-at.js`). */
export const afterClick = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { clickedAt: number }).clickedAt);
