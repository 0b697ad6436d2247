import { writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { ROOT } from "#scripts/lib/paths.ts";
import { boardSection } from "./board/section.ts";
import { csvSection } from "./csv/section.ts";
import { parseOptions } from "./lib/options.ts";
import { installPeers } from "./lib/peers.ts";
import { render, type Table } from "./lib/table.ts";
import { listSection } from "./list/section.ts";
import { startOurs } from "./ours/organization.ts";

// npm run bench [-- --only a,b,c,d] [--quick]: prints tables and writes bench/results.json.
const options = parseOptions(process.argv.slice(2));
const started = performance.now();
const tables: Table[] = [];
const show = (fresh: readonly Table[]): void => {
  for (const table of fresh) console.log(render(table));
  tables.push(...fresh);
};

await installPeers();
const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 1e9)} GB`;
console.log(`${new Date().toISOString()}, ${machine}, Node ${process.versions.node}\n`);
const served = ["a", "b"].some((one) => options.only.has(one as "a"));
if (served) {
  const ours = await startOurs();
  try {
    if (options.only.has("a")) show(await listSection(ours, options));
    if (options.only.has("b")) show(await boardSection(ours, options));
  } finally {
    await ours.stop();
  }
}
if (options.only.has("c")) show(await csvSection(options));
const seconds = Math.round((performance.now() - started) / 1000);
const at = new Date().toISOString();
const results = { at, machine, node: process.versions.node, quick: options.quick, seconds, tables };
writeFileSync(join(ROOT, "bench/results.json"), `${JSON.stringify(results, null, 2)}\n`);
console.log(`${seconds} s; bench/results.json holds the same.`);
