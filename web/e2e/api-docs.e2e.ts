import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DOCS_SERVERS, makePages, pagePath } from "#scripts/api/docs.ts";
import { FEATURES } from "#scripts/api/features.ts";
import { ROOT } from "#scripts/lib/paths.ts";
import { spawnServer, type SpawnedServer } from "#scripts/lib/spawned.ts";

// Runs every call of docs/api on a server of its own: each answers as its definition says, and the pages are true.
const states = Array.from({ length: DOCS_SERVERS }, () =>
  mkdtempSync(join(tmpdir(), "aetheria-docs-")),
);
const servers: SpawnedServer[] = [];
let pages: ReadonlyMap<string, string>;

beforeAll(async () => {
  for (const state of states) servers.push(await spawnServer({ state }));
  pages = await makePages(servers);
});

afterAll(async () => {
  for (const server of servers) await server.stop();
  for (const state of states) rmSync(state, { recursive: true, force: true });
});

describe("docs/api", () => {
  it.each(Object.keys(FEATURES))("%s is what the calls answer now", (feature) => {
    const path = pagePath(ROOT, feature);
    expect(existsSync(path), "run npm run docs:api").toBe(true);
    expect(readFileSync(path, "utf8"), "run npm run docs:api").toBe(pages.get(feature));
  });

  it("covers every route of the OpenAPI document", async () => {
    const answer = await fetch(`${servers[0]?.url}/api/v1/openapi.json`);
    const document = (await answer.json()) as { openapi: string; paths: Record<string, object> };
    const served = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    const told = Object.values(FEATURES).flatMap((routes) =>
      routes.map((route) => `${route.method} ${route.path}`),
    );
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(told.toSorted((a, b) => a.localeCompare(b))).toEqual(
      served.toSorted((a, b) => a.localeCompare(b)),
    );
  });

  it("serves the reference page without scripts and without other hosts", async () => {
    const answer = await fetch(`${servers[0]?.url}/api/v1/docs`);
    const text = (await answer.text()).replaceAll("&#39;", "'");
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(text).not.toContain("<script");
    expect(text).not.toMatch(/(?:src|href)="https?:/);
    for (const route of Object.values(FEATURES).flat()) expect(text).toContain(route.summary);
  });
});
