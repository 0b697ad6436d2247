import { cpSync } from "node:fs";
import { join, resolve } from "node:path";
import { Miniflare } from "miniflare";
import { build } from "#scripts/lib/build.ts";
import { migrateControl, mintLinkToken } from "#scripts/lib/control.ts";
import { localOptions } from "#scripts/lib/options.ts";
import { localSecrets } from "#scripts/lib/secrets.ts";
import { stopOnSignals } from "#scripts/lib/signals.ts";
import { unlimited } from "./unlimited.ts";

// Our server as scripts/serve runs it, with rate limits out of reach: the load comes from one address.
process.env["CLOUDFLARE_CF_FETCH_ENABLED"] = "false";
const state = resolve(process.argv[2] ?? "");
const built = await build({ types: false });
// A copy of its own: somebody may build anew while the bench runs.
const own = { web: join(state, "build/web"), worker: join(state, "build/worker") };
cpSync(built.web, own.web, { recursive: true });
cpSync(built.worker, own.worker, { recursive: true });
const { options } = localOptions({
  build: own,
  state,
  port: 0,
  vars: { ...localSecrets(state), ENVIRONMENT: "bench", REQUESTS_PER_MINUTE: "1000000000" },
  log: (line) => void process.stdout.write(line),
});
const miniflare = new Miniflare(unlimited(options));
const { origin } = await miniflare.ready;
const control = await miniflare.getD1Database("CONTROL_DB");
await migrateControl(control);
// Nothing is mailed here: the link of the owner's registration comes straight out of the database.
const registration = await mintLinkToken(control, "register", process.argv[3] ?? "");
stopOnSignals(() => miniflare.dispose());
process.send?.({ url: origin, web: own.web, registration });
