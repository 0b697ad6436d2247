import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from "@duckdb/duckdb-wasm";
import { openEngine, type Engine } from "./engine.ts";
import { EngineUnavailable } from "./unavailable.ts";
import { workerEnded } from "./watch.ts";

/** The pinned version; the wasm carries it in its name, so that it can be cached for ever. */
const DUCKDB_VERSION = "1.32.0";

/** Address of the worker's script, by its content: the build says it (`web/duckdb-assets`). */
declare const DUCKDB_WORKER: string;

/** Where the wasm is served from. */
const asset = (suffix: string): string => `/duckdb/duckdb-eh-${DUCKDB_VERSION}${suffix}`;

/** Under this address the wasm is kept as the engine takes it: to inflate it takes longer than to compile it. */
const INFLATED = asset(".wasm");

const opened = (): Promise<Cache | undefined> =>
  caches.open(`duckdb-${DUCKDB_VERSION}`).catch(() => undefined);

async function fetched(url: string): Promise<Response> {
  const fresh = await fetch(url);
  const page = (fresh.headers.get("content-type") ?? "").startsWith("text/html");
  if (!fresh.ok || page) throw new EngineUnavailable(String(fresh.status));
  return fresh;
}

/** Keeps the worker's script on this device, so that files open without a network, and the one before it: a page of then may still be kept. */
async function keepScript(): Promise<void> {
  const cache = await opened();
  if (cache === undefined || (await cache.match(DUCKDB_WORKER)) !== undefined) return;
  await cache.put(DUCKDB_WORKER, await fetched(DUCKDB_WORKER));
  const scripts = (await cache.keys()).filter(({ url }) => url.endsWith(".worker.js"));
  await Promise.all(scripts.slice(0, -2).map((old) => cache.delete(old)));
}

/** The wasm as a blob URL, which the caller revokes: the copy on this device, inflated before, or the asset, which is inflated and kept so. */
async function inflatedWasm(): Promise<string> {
  const cache = await opened();
  const known = await cache?.match(INFLATED);
  if (known !== undefined) return URL.createObjectURL(await known.blob());
  // Earlier versions of the page kept the asset as it is.
  const { body } = (await cache?.match(asset(".bin"))) ?? (await fetched(asset(".bin")));
  if (body === null) throw new EngineUnavailable("empty");
  const bytes = await new Response(body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  const blob = new Blob([bytes], { type: "application/wasm" });
  void cache
    ?.put(INFLATED, new Response(blob, { headers: { "content-type": "application/wasm" } }))
    .then(() => cache.delete(asset(".bin")))
    .catch(() => undefined);
  return URL.createObjectURL(blob);
}

/** Three quarters of the machine's memory as the browser tells it, at most 3 GB: wasm ends at 4. */
function memoryLimit(): string {
  const { deviceMemory = 4 } = navigator as { deviceMemory?: number };
  return `${Math.min(3_000, Math.round(deviceMemory * 750))}MB`;
}

/** Starts DuckDB in a worker of this page. Throws EngineUnavailable. */
export async function bootEngine(): Promise<Engine> {
  // The worker's own copy is only kept here: the service worker hands it out when there is no network.
  void keepScript().catch(() => undefined);
  const name = `duckdb-${crypto.randomUUID()}`;
  const worker = new Worker(DUCKDB_WORKER, { name });
  // A worker whose script does not arrive answers nothing, for ever.
  const fails = new Promise<never>((_, reject) =>
    worker.addEventListener("error", () => reject(new EngineUnavailable("worker")), { once: true }),
  );
  fails.catch(() => undefined);
  const wasm = inflatedWasm();
  const db = new AsyncDuckDB(new VoidLogger(), worker);
  let url: string | undefined;
  try {
    url = await wasm;
    await Promise.race([db.instantiate(url), fails]);
  } catch (error) {
    worker.terminate();
    throw error instanceof EngineUnavailable
      ? error
      : new EngineUnavailable(String(error), { cause: error });
  } finally {
    if (url !== undefined) URL.revokeObjectURL(url);
  }
  return openEngine({
    db,
    memoryLimit: memoryLimit(),
    extensionRepository: `${location.origin}/api/v1/no-extensions`,
    register: (own, path, file) =>
      own.registerFileHandle(path, file, DuckDBDataProtocol.BROWSER_FILEREADER, true),
    terminate: () => void db.terminate(),
    ended: workerEnded(name),
  });
}
