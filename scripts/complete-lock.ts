import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { complete, missingOptional } from "./lib/lock.ts";
import { ROOT } from "./lib/paths.ts";

// After `npm install` from a registry that holds this platform's packages only: node scripts/complete-lock.ts
for (const name of ["package-lock.json", "bench/peers/package-lock.json"]) {
  const file = join(ROOT, name);
  const lock = JSON.parse(readFileSync(file, "utf8"));
  const missing = missingOptional(lock.packages).length;
  console.log(`${name}: ${missing} packages of other platforms were missing.`);
  const completed = { ...lock, packages: complete(lock.packages) };
  writeFileSync(file, `${JSON.stringify(completed, null, 2)}\n`);
}
