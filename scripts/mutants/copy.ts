import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../lib/paths.ts";

const PARTS = [
  "domain",
  "worker",
  "durable-objects",
  "migrations",
  "scripts",
  "web/features",
  "web/lib",
  "bench/faults",
  "package.json",
  "tsconfig.json",
  "vitest.config.ts",
  "wrangler.toml",
];

/** A copy of the sources to break, with the packages of this tree. Remove it when done. */
export function copyTree(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "mutants-"));
  for (const part of PARTS) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  // One link a package: what vitest keeps between runs stays in the copy.
  const packages = join(folder, "node_modules");
  mkdirSync(packages);
  for (const name of readdirSync(join(ROOT, "node_modules"))) {
    if (/^\.(?!bin$)/.test(name)) continue;
    symlinkSync(join(ROOT, "node_modules", name), join(packages, name));
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
