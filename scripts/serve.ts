import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { build, BuildError } from "./lib/build.ts";
import { STATE } from "./lib/paths.ts";
import { stopOnSignals } from "./lib/signals.ts";
import { serve, StartError } from "./lib/server.ts";

// The server alone, for journeys, fault tests and bench: no seed, no links on the screen.
//   node scripts/serve.ts --port 8801 --state /tmp/x --ready-file /tmp/x/ready
// A parent with an IPC channel gets { ready: url } and may ask { link: email }, answered with { link, email }.
const { values } = parseArgs({
  options: {
    port: { type: "string", default: process.env["PORT"] ?? "8787" },
    state: { type: "string", default: STATE },
    "ready-file": { type: "string" },
    types: { type: "boolean", default: false },
  },
});

try {
  const server = await serve({
    build: await build({ types: values.types }),
    state: resolve(values.state),
    port: Number(values.port),
  });
  stopOnSignals(() => server.stop());
  process.on("message", (message: { link?: string }) => {
    const email = message.link;
    if (email === undefined) return;
    server.link(email).then(
      (link) => process.send?.({ email, link }),
      (error: unknown) => process.send?.({ email, error: String(error) }),
    );
  });
  if (values["ready-file"]) writeFileSync(values["ready-file"], server.url);
  process.send?.({ ready: server.url });
  console.log(`ready ${server.url}`);
} catch (error) {
  if (!(error instanceof StartError || error instanceof BuildError)) throw error;
  console.error(error.message);
  process.exit(1);
}
