import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { ownerBy } from "./drill/owner.ts";
import { build } from "./lib/build.ts";
import { STATE } from "./lib/paths.ts";
import { serve, StartError } from "./lib/server.ts";

// npm run restore -- FILE --owner EMAIL [--name NAME] [--state FOLDER]: makes a new organization of an archive, on a local state
// whose server is stopped. Through a running server: npm run restore -- FILE --link URL, a one-time sign-in link of the owner.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    owner: { type: "string" },
    name: { type: "string" },
    link: { type: "string" },
    state: { type: "string", default: STATE },
  },
});
const USAGE = "npm run restore -- FILE --owner EMAIL [--name NAME]   or   -- FILE --link URL";

async function main(): Promise<void> {
  const [file] = positionals;
  if (!file || (!values.owner && !values.link)) throw new StartError(USAGE);
  const bytes = new Uint8Array(readFileSync(file));
  if (values.link) return restore(bytes, values.link);
  const server = await serve({
    build: await build({ types: false }),
    state: resolve(values.state),
    port: 0,
    // Parts follow each other as fast as they can: nobody else is here.
    vars: { ENVIRONMENT: "development", REQUESTS_PER_MINUTE: "1000000" },
  });
  try {
    await restore(bytes, await server.link(values.owner ?? ""));
  } finally {
    await server.stop();
  }
}

async function restore(bytes: Uint8Array, link: string): Promise<void> {
  const owner = await ownerBy(link);
  let told = "";
  const view = await owner.restore(bytes, values.name ?? null, ({ progress }) => {
    const line = progress?.total ? `${progress.done} of ${progress.total}` : "";
    if (line && line !== told) console.log(line);
    told = line;
  });
  const { tables = 0, rows = 0, boards = 0, files = 0 } = view.result ?? {};
  console.log(
    `${view.organizationId}: ${tables} tables, ${rows} rows, ${boards} boards, ${files} files restored`,
  );
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
