import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { build, BuildError } from "./lib/build.ts";
import { STATE } from "./lib/paths.ts";
import { stopOnSignals } from "./lib/signals.ts";
import { demoPeople } from "./lib/control.ts";
import { serve, StartError, type Server } from "./lib/server.ts";

// The server alone, for journeys, fault tests and bench: no seed, no links on the screen.
//   node scripts/serve.ts --port 8801 --state /tmp/x --ready-file /tmp/x/ready
// A parent with an IPC channel gets { ready: url } and may ask { link: email } or { people: true }.
const { values } = parseArgs({
  options: {
    port: { type: "string", default: process.env["PORT"] ?? "8787" },
    state: { type: "string", default: STATE },
    "ready-file": { type: "string" },
    types: { type: "boolean", default: false },
    // A folder of .build to serve, whatever the sources have become since.
    build: { type: "string" },
  },
});

async function reply(server: Server, message: { link?: string; people?: true }): Promise<object> {
  if (message.people) return { people: await demoPeople(server.control) };
  const email = message.link ?? "";
  try {
    return { email, link: await server.link(email) };
  } catch (error) {
    return { email, error: String(error) };
  }
}

try {
  const server = await serve({
    build: values.build
      ? { web: join(values.build, "web"), worker: join(values.build, "worker") }
      : await build({ types: values.types }),
    state: resolve(values.state),
    port: Number(values.port),
    // A few people make all the requests of journeys and benches.
    vars: { ENVIRONMENT: "development", REQUESTS_PER_MINUTE: "1000000" },
  });
  stopOnSignals(() => server.stop());
  process.on("message", (message: { link?: string; people?: true }) => {
    void reply(server, message).then((answer) => process.send?.(answer));
  });
  if (values["ready-file"]) writeFileSync(values["ready-file"], server.url);
  process.send?.({ ready: server.url });
  console.log(`ready ${server.url}`);
} catch (error) {
  if (!(error instanceof StartError || error instanceof BuildError)) throw error;
  console.error(error.message);
  process.exit(1);
}
