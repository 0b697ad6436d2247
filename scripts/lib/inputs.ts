import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./paths.ts";

/** Everything a build depends on. Tests and journeys are no part of the product, and what a build makes is no input. */
const SOURCES = [
  "{domain,worker,durable-objects,web}/**/*",
  "migrations/**/*.sql",
  "scripts/lib/build.ts",
  "scripts/types/*.json",
  "{package-lock.json,tsconfig.json,wrangler.toml}",
];
const NOT =
  /(^|\/)(node_modules|dist|e2e|\.wasm)(\/|$)|^\/?web\/public\/duckdb\/|\.(test|e2e)\.tsx?$/;

/** A fingerprint of the sources: equal sources, equal build. */
export function inputsHash(root = ROOT): string {
  const hash = createHash("sha256");
  const files = globSync(SOURCES, {
    cwd: root,
    withFileTypes: true,
    exclude: (one) => NOT.test(`/${one.name}`),
  })
    .filter((one) => one.isFile())
    .map((one) =>
      join(one.parentPath, one.name)
        .slice(root.length + 1)
        .replaceAll("\\", "/"),
    )
    .filter((path) => !NOT.test(path))
    .toSorted();
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update("\0");
  return hash.digest("hex").slice(0, 16);
}
