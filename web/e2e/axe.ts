import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";

const SOURCE = readFileSync(
  new URL("../../node_modules/axe-core/axe.min.js", import.meta.url),
  "utf8",
);

type Finding = {
  id: string;
  impact: string | null;
  nodes: { target: unknown; html: string }[];
};

/** Waits until everything that moves has arrived: colours are measured at rest, not on their way. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((one) => one.effect?.getComputedTiming().iterations !== Infinity)
        .map((one) => one.finished),
    ),
  );
}

/**
 * What axe finds on the page as it stands, each with where. Serious and critical findings unless other impacts are
 * named. The browser itself injects the rules: the page's policy takes no foreign script.
 */
export async function findings(
  page: Page,
  impacts: readonly string[] = ["serious", "critical"],
): Promise<string[]> {
  await atRest(page);
  await page.evaluate(SOURCE);
  const run = () =>
    page.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run: () => Promise<{ violations: Finding[] }> };
      };
      return (await axe.run()).violations;
    });
  const found = await run();
  if (found.length === 0) return [];
  // Something may have come while axe looked, such as a button that is no longer disabled: what is wrong at rest stays so.
  await page.waitForLoadState("networkidle");
  await atRest(page);
  return (await run())
    .filter(({ impact }) => impact && impacts.includes(impact))
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, html }) => `${id} ${JSON.stringify(target)} ${html.slice(0, 160)}`),
    );
}
