import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { ROOT } from "#scripts/lib/paths.ts";
import { analyticsSection } from "./analytics/section.ts";
import { boardSection } from "./board/section.ts";
import { brushSection } from "./brush/section.ts";
import { csvSection } from "./csv/section.ts";
import { dragSection } from "./drag/section.ts";
import { gridSection } from "./grid/section.ts";
import { goalsLine, isReached } from "./lib/goals.ts";
import { parseOptions, type Options, type Section } from "./lib/options.ts";
import { installPeers } from "./lib/peers.ts";
import { sectionText, withSection } from "./lib/report.ts";
import { render, type Table } from "./lib/table.ts";
import { listSection } from "./list/section.ts";
import { startOurs } from "./ours/organization.ts";
import { pageSection } from "./page/section.ts";

// npm run bench [-- --only a,b,…,i] [--quick] [--write]: prints tables and writes bench/results.json.
const options = optionsOrEnd(process.argv.slice(2));
const started = performance.now();
const tables: Table[] = [];
const failed: string[] = [];

function optionsOrEnd(args: readonly string[]): Options {
  try {
    return parseOptions(args);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return process.exit(1);
  }
}

/** One section: what it finds is printed at once, and when it fails the others still run. */
async function section(name: Section, run: () => Promise<Table[]>): Promise<void> {
  if (!options.only.has(name)) return;
  try {
    const fresh = await run();
    for (const table of fresh) console.log(render(table));
    tables.push(...fresh);
  } catch (error) {
    failed.push(name);
    console.error(`Section ${name} failed:`, error);
  }
}

// Ending early still ends what was started: children end with their parent, PostgreSQL by an exit hook.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
await installPeers();
const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 1e9)} GB`;
const load = loadavg()[0] ?? 0;
console.log(`${new Date().toISOString()}, ${machine}, Node ${process.versions.node}`);
console.log(`Load when it began: ${load.toFixed(1)}${load > 1 ? " – the machine is busy" : ""}\n`);
if (["a", "b", "d", "e", "f", "i"].some((name) => options.only.has(name as Section))) {
  const ours = await startOurs();
  await section("a", () => listSection(ours, options));
  await section("b", () => boardSection(ours, options));
  await section("d", () => pageSection(ours, options));
  await section("f", () => dragSection(ours, options));
  await section("i", () => analyticsSection(ours, options));
  // Last: its ten thousand clients would weigh on every other section.
  await section("e", () => gridSection(ours, options));
  await ours.stop();
}
await section("c", () => csvSection("c", options));
await section("g", () => csvSection("g", options));
await section("h", () => brushSection(options));
const seconds = Math.round((performance.now() - started) / 1000);
const at = new Date().toISOString();
const { node } = process.versions;
const results = { at, machine, node, load, quick: options.quick, seconds, failed, tables };
writeFileSync(join(ROOT, "bench/results.json"), `${JSON.stringify(results, null, 2)}\n`);
if (options.write) {
  const page = join(ROOT, "docs/performance.md");
  let text = readFileSync(page, "utf8");
  const when = `${at.slice(0, 16).replace("T", " ")} UTC, ${machine}, Node ${node}, load ${load.toFixed(1)} when it began.`;
  for (const name of options.only) {
    if (failed.includes(name)) continue;
    text = withSection(text, name, `Measured ${when}\n\n${sectionText(tables, name)}`);
  }
  writeFileSync(page, text);
}
const goals = tables.flatMap((table) => table.goals ?? []);
console.log(`${seconds} s; bench/results.json holds the same. ${goalsLine(goals)}`);
process.exitCode = failed.length > 0 || !goals.every(isReached) ? 1 : 0;
