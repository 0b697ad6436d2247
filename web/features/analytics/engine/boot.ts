import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from "@duckdb/duckdb-wasm";
import { openEngine, type Engine } from "./engine.ts";
import { EngineUnavailable } from "./unavailable.ts";
import { workerEnded } from "./watch.ts";

/** Addresses of the worker's script and of its gzipped wasm, by their content: the build says them (`web/duckdb-assets`). */
declare const DUCKDB_WORKER: string;
declare const DUCKDB_WASM: string;

/** Under this address the wasm is kept as the engine takes it: to inflate it takes longer than to compile it. */
const INFLATED = DUCKDB_WASM.replace(".bin", ".wasm");

const opened = (): Promise<Cache | undefined> => caches.open("duckdb").catch(() => undefined);

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

/** The wasm of the asset, inflated, and kept so on this device where it can be; that of other versions goes. */
async function inflated(cache: Cache | undefined): Promise<Response> {
  const { body } = await fetched(DUCKDB_WASM);
  if (body === null) throw new EngineUnavailable("empty");
  const bytes = await new Response(body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  const wasm = new Response(bytes, { headers: { "content-type": "application/wasm" } });
  void keepWasm(cache, wasm.clone()).catch(() => undefined);
  return wasm;
}

async function keepWasm(cache: Cache | undefined, wasm: Response): Promise<void> {
  if (cache === undefined) return;
  await cache.put(INFLATED, wasm);
  for (const old of await cache.keys())
    if (old.url.endsWith(".wasm") && !old.url.endsWith(INFLATED)) await cache.delete(old);
  // Earlier versions of the page kept theirs apart, by the version.
  for (const name of await caches.keys()) if (name.startsWith("duckdb-")) await caches.delete(name);
}

/** The wasm, compiled here, so that the worker needs no connection for it: from the copy on this device, or from the asset. */
async function compiledWasm(): Promise<WebAssembly.Module> {
  const cache = await opened();
  return WebAssembly.compileStreaming((await cache?.match(INFLATED)) ?? (await inflated(cache)));
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
  const compiling = compiledWasm();
  const db = new AsyncDuckDB(new VoidLogger(), worker);
  try {
    // It says an address and hands on what it is given; the worker's script takes a module (`web/duckdb-assets`).
    const module = (await compiling) as unknown as string;
    await Promise.race([db.instantiate(module), fails]);
  } catch (error) {
    worker.terminate();
    throw error instanceof EngineUnavailable
      ? error
      : new EngineUnavailable(String(error), { cause: error });
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
