import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makePages, writePages } from "./api/docs.ts";
import { ROOT } from "./lib/paths.ts";
import { spawnServer } from "./lib/spawned.ts";

// Writes docs/api by running every documented call: npm run docs:api
const state = mkdtempSync(join(tmpdir(), "aetheria-docs-"));
const server = await spawnServer({ state });
try {
  const link = async (email: string) => new URL(await server.link(email)).hash.slice(1);
  const changed = writePages(ROOT, await makePages(server.url, link));
  console.log(changed.length > 0 ? `Written: ${changed.join(", ")}` : "docs/api was up to date");
} finally {
  await server.stop();
  rmSync(state, { recursive: true, force: true });
}
