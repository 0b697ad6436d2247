import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DOCS_SERVERS, makePages, writePages } from "./api/docs.ts";
import { ROOT } from "./lib/paths.ts";
import { spawnServer, type SpawnedServer } from "./lib/spawned.ts";

// Writes docs/api by running every documented call: npm run docs:api
const states = Array.from({ length: DOCS_SERVERS }, () =>
  mkdtempSync(join(tmpdir(), "aetheria-docs-")),
);
const servers: SpawnedServer[] = [];
try {
  for (const state of states) servers.push(await spawnServer({ state }));
  const changed = writePages(ROOT, await makePages(servers));
  console.log(changed.length > 0 ? `Written: ${changed.join(", ")}` : "docs/api was up to date");
} finally {
  for (const server of servers) await server.stop();
  for (const state of states) rmSync(state, { recursive: true, force: true });
}
