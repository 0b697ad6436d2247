import { spawnSync } from "node:child_process";
import { build, BuildError, faults } from "./lib/build.ts";
import { bin, ROOT } from "./lib/paths.ts";

// Builds, checks the build against the limits, then hands it to wrangler: `npm run deploy -- --dry-run` stops before
// the network. A real deployment needs CLOUDFLARE_API_TOKEN, the secrets, and the ids of scripts/provision.
function wrangler(args: string[]): void {
  const done = spawnSync(bin("wrangler"), args, { cwd: ROOT, stdio: "inherit" });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

try {
  const built = await build({ types: true, say: console.log });
  const wrong = faults(built);
  for (const line of wrong) console.error(line);
  if (wrong.length > 0) process.exit(1);
  const flags = process.argv.slice(2);
  // The control database first: new code must never meet an old schema. Organizations follow on first touch.
  if (!flags.includes("--dry-run"))
    wrangler(["d1", "migrations", "apply", "CONTROL_DB", "--remote"]);
  wrangler(["deploy", "--assets", built.web, ...flags]);
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  console.error(error.message);
  process.exit(1);
}
