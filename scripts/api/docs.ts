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

/** A server with an empty state. */
interface DocsServer {
  url: string;
  link(email: string): Promise<string>;
}

/** Servers that the walks share out: each has sixteen databases, and the walks open more organizations than that. */
export const DOCS_SERVERS = 2;

/** Makes every page by running its walk against servers with an empty state, in turn. */
export async function makePages(servers: readonly DocsServer[]): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  for (const [place, [feature, routes]] of Object.entries(FEATURES).entries()) {
    const server = servers[place % servers.length];
    if (!server) throw new Error("No server to walk on");
    const mintLink: Walker["mintLink"] = async (email) =>
      new URL(await server.link(email)).hash.slice(1);
    const walk = WALKS[feature];
    if (!walk) throw new Error(`No walk of ${feature}: add scripts/api/walks/${feature}.ts`);
    const records = await runWalk(server.url, mintLink, walk);
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
