import { spawnSync } from "node:child_process";
import { build, BuildError, faults } from "./lib/build.ts";
import { bin, ROOT } from "./lib/paths.ts";

// Builds, checks the build against the limits, then hands it to wrangler: `npm run deploy -- --dry-run` stops before
// the network. A real deployment needs CLOUDFLARE_API_TOKEN, the secrets, and the ids of scripts/provision.
try {
  const built = await build({ types: true, say: console.log });
  const wrong = faults(built);
  for (const line of wrong) console.error(line);
  if (wrong.length > 0) process.exit(1);
  const args = ["deploy", "--assets", built.web, ...process.argv.slice(2)];
  const done = spawnSync(bin("wrangler"), args, { cwd: ROOT, stdio: "inherit" });
  process.exit(done.status ?? 1);
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  console.error(error.message);
  process.exit(1);
}
