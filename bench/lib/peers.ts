import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "#scripts/lib/paths.ts";
import { run } from "#scripts/lib/run.ts";

const PEERS = join(ROOT, "bench/peers");

const packages = (text: string): Record<string, { version?: string; optional?: boolean }> =>
  JSON.parse(text).packages;

/** Installs what bench/peers/package-lock.json pins, unless it stands there. Nothing of it is in the main install. */
export async function installPeers(): Promise<void> {
  const wanted = readFileSync(join(PEERS, "package-lock.json"), "utf8");
  const mark = join(PEERS, "node_modules/.package-lock.json");
  if (existsSync(mark)) {
    const found = packages(readFileSync(mark, "utf8"));
    const missing = Object.entries(packages(wanted)).some(
      ([path, one]) => path !== "" && !one.optional && found[path]?.version !== one.version,
    );
    if (!missing) return;
  }
  console.log("Installing what Aetheria is measured against (bench/peers)…");
  const outcome = await run("npm", ["ci", "--prefix", PEERS, "--no-audit", "--no-fund"]);
  if (!outcome.ok)
    throw new Error(`npm ci in bench/peers failed:\n${outcome.output.slice(-2_000)}`);
}
