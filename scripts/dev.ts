import { mkdirSync, watch } from "node:fs";
import { join } from "node:path";
import { createServer } from "vite";
import { bundleWorker, BuildError } from "./lib/build.ts";
import { clearHalfSeeded, seedOnce, welcome } from "./lib/demo.ts";
import { named } from "./lib/named.ts";
import { BUILDS, ROOT, STATE } from "./lib/paths.ts";
import { serve, StartError } from "./lib/server.ts";
import { stopOnSignals } from "./lib/signals.ts";

// Vite serves the page with hot reload and hands /api and /ws to the Worker, which is bundled again on each change.
const port = Number(process.env["PORT"] ?? 8787);
const page = Number(process.env["WEB_PORT"] ?? 5173);
const files = { worker: join(BUILDS, "dev/worker"), web: join(BUILDS, "dev/web") };
const number = `http://127.0.0.1:${page}`;

/** Calls `changed` once, a moment after the last of several changes. */
function watchSources(changed: () => unknown): void {
  let timer: NodeJS.Timeout | undefined;
  for (const folder of ["domain", "worker", "durable-objects", "migrations"]) {
    watch(join(ROOT, folder), { recursive: true }, (_event, file) => {
      if (file && /\.test\.tsx?$/.test(file)) return;
      clearTimeout(timer);
      timer = setTimeout(changed, 150);
    });
  }
}

try {
  mkdirSync(files.web, { recursive: true });
  await bundleWorker(files.worker, files.web);
  clearHalfSeeded(STATE);
  const base = await named(number);
  const allowed = [...new Set([base, number])].join();
  const vars = { ENVIRONMENT: "development", ALLOWED_ORIGINS: allowed, APP_ORIGIN: base };
  const server = await serve({ build: files, state: STATE, port, vars });
  process.env["API_PORT"] = String(port);
  const vite = await createServer({
    root: join(ROOT, "web"),
    configFile: join(ROOT, "web/vite.config.ts"),
    server: { port: page, strictPort: true },
  });
  await vite.listen();
  stopOnSignals(async () => {
    await vite.close();
    await server.stop();
  });
  await seedOnce(server, STATE);
  const again = async (): Promise<void> => {
    try {
      await bundleWorker(files.worker, files.web);
      await server.reload();
      console.log("The Worker is up to date.");
    } catch (error) {
      console.error(error instanceof BuildError ? error.message : error);
    }
  };
  let last = Promise.resolve();
  watchSources(() => (last = last.then(again)));
  for (const line of await welcome(server, base)) console.log(line);
  console.log(`The design system: ${base}/gallery.html`);
} catch (error) {
  if (!(error instanceof StartError || error instanceof BuildError)) throw error;
  console.error(error.message);
  process.exit(1);
}
