import { build, BuildError } from "./lib/build.ts";
import { clearHalfSeeded, seedOnce, welcome } from "./lib/demo.ts";
import { named } from "./lib/named.ts";
import { STATE } from "./lib/paths.ts";
import { serve, StartError } from "./lib/server.ts";
import { stopOnSignals } from "./lib/signals.ts";

const port = Number(process.env["PORT"] ?? 8787);

try {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new StartError(`PORT must be a number up to 65535, not "${process.env["PORT"]}".`);
  }
  const built = await build({ types: true, say: console.log });
  clearHalfSeeded(STATE);
  const server = await serve({
    build: built,
    state: STATE,
    port,
    vars: { ENVIRONMENT: "development" },
  });
  stopOnSignals(() => server.stop());
  await seedOnce(server, STATE).catch(async (error: unknown) => {
    await server.stop();
    throw new StartError(error instanceof Error ? error.message : String(error));
  });
  for (const line of await welcome(server, await named(server.url))) console.log(line);
} catch (error) {
  if (!(error instanceof StartError || error instanceof BuildError)) throw error;
  console.error(error.message);
  process.exit(1);
}
