import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { complete, missingOptional } from "./lib/lock.ts";
import { ROOT } from "./lib/paths.ts";

// After `npm install` from a registry that holds this platform's packages only: node scripts/complete-lock.ts
const file = join(ROOT, "package-lock.json");
const lock = JSON.parse(readFileSync(file, "utf8"));
console.log(`${missingOptional(lock.packages).length} packages of other platforms were missing.`);
writeFileSync(file, `${JSON.stringify({ ...lock, packages: complete(lock.packages) }, null, 2)}\n`);
