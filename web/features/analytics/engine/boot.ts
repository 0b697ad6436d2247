import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from "@duckdb/duckdb-wasm";
import { openEngine, type Engine } from "./engine.ts";

/** The pinned version; the names of the assets carry it, so that they can be cached for ever. */
export const DUCKDB_VERSION = "1.32.0";

/** Where DuckDB is served from; `scripts/duckdb-assets.mjs` puts it there. */
const asset = (suffix: string): string => `/duckdb/duckdb-eh-${DUCKDB_VERSION}${suffix}`;

/** DuckDB itself could not be loaded: offline before the first use, or an asset is missing. */
export class EngineUnavailable extends Error {}

/** Fetches the gzipped wasm and inflates it into a blob URL; the caller revokes it. */
async function inflatedWasm(): Promise<string> {
  const response = await fetch(asset(".bin"));
  if (!response.ok || response.body === null) throw new EngineUnavailable(String(response.status));
  const inflated = response.body.pipeThrough(new DecompressionStream("gzip"));
  const bytes = await new Response(inflated).arrayBuffer();
  return URL.createObjectURL(new Blob([bytes], { type: "application/wasm" }));
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

/** The worker's address, blessed where the page enforces Trusted Types. */
function workerUrl(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const url = asset(".worker.js");
  return (
    trustedTypes
      ?.createPolicy("aetheria-duckdb", { createScriptURL: (own) => own })
      .createScriptURL(url) ?? url
  );
}

/** Three quarters of the machine's memory as the browser tells it, at most 3 GB: wasm ends at 4. */
function memoryLimit(): string {
  const { deviceMemory = 4 } = navigator as { deviceMemory?: number };
  return `${Math.min(3_000, Math.round(deviceMemory * 750))}MB`;
}

/** Starts DuckDB in a worker of this page. Throws EngineUnavailable. */
export async function bootEngine(): Promise<Engine> {
  const worker = new Worker(workerUrl());
  const wasm = inflatedWasm();
  const db = new AsyncDuckDB(new VoidLogger(), worker);
  let url: string | undefined;
  try {
    url = await wasm;
    await db.instantiate(url);
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
  });
}
