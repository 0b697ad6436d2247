import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FEATURES } from "./features.ts";
import { renderPage } from "./render.ts";
import { runWalk, type Walker } from "./walk.ts";
import { WALKS } from "./walks/all.ts";

/** Where the page of a feature stands. */
export function pagePath(root: string, feature: string): string {
  return join(root, "docs/api", `${feature}.md`);
}

/** Makes every page by running its walk against a server with an empty state. */
export async function makePages(
  base: string,
  mintLink: Walker["mintLink"],
): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  for (const [feature, routes] of Object.entries(FEATURES)) {
    const walk = WALKS[feature];
    if (!walk) throw new Error(`No walk of ${feature}: add scripts/api/walks/${feature}.ts`);
    const records = await runWalk(base, mintLink, walk);
    pages.set(feature, renderPage(feature, routes, records));
  }
  return pages;
}

/** Writes the pages; answers the names of those that changed. */
export function writePages(root: string, pages: ReadonlyMap<string, string>): string[] {
  const changed: string[] = [];
  for (const [feature, text] of pages) {
    const path = pagePath(root, feature);
    let old = "";
    try {
      old = readFileSync(path, "utf8");
    } catch {
      // A new feature has no page yet.
    }
    if (old === text) continue;
    writeFileSync(path, text);
    changed.push(feature);
  }
  return changed;
}
