import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { bin, ROOT } from "./lib/paths.ts";
import { addRoom } from "./lib/room.ts";

const [name] = process.argv.slice(2);
try {
  if (!name) throw new Error("Name the feature, in the plural: scripts/new-feature vendors");
  const files = addRoom(ROOT, name);
  const code = files.filter((path) => /\.tsx?$/.test(path)).map((path) => join(ROOT, path));
  spawnSync(bin("oxfmt"), code, { cwd: ROOT, stdio: "ignore" });
  for (const path of files) console.log(path);
  console.log("Now: npm run verify, npm run docs:api, and the words in domain/i18n.");
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
