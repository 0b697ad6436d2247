import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { AsyncDuckDB } from "@duckdb/duckdb-wasm";
import { openEngine, type Engine } from "#web/features/analytics/engine/engine.ts";

const require = createRequire(import.meta.url);
const dist = (file: string): string => require.resolve(`@duckdb/duckdb-wasm/dist/${file}`);

/** DuckDB's Node worker expects the globals of a browser's worker. */
const SCRIPT = `
const { parentPort, workerData } = require("node:worker_threads");
console.log = () => {};
globalThis.postMessage = (message, transfer) => parentPort.postMessage(message, transfer);
require(workerData.path);
parentPort.on("message", (data) => globalThis.onmessage({ data }));
`;

type Listener = (event: { data: unknown }) => void;

/** A thread of Node that looks like a browser's worker to the real client of DuckDB. */
function threadAsWorker(): { worker: globalThis.Worker; terminate: () => void } {
  const thread = new Worker(SCRIPT, {
    eval: true,
    workerData: { path: dist("duckdb-node-eh.worker.cjs") },
  });
  const worker = {
    addEventListener: (type: string, listener: Listener) => {
      if (type === "message") thread.on("message", (data: unknown) => listener({ data }));
      if (type === "error") thread.on("error", (error) => listener({ data: error }));
    },
    removeEventListener: () => undefined,
    postMessage: (message: unknown, transfer: ArrayBuffer[]) =>
      thread.postMessage(message, transfer),
    terminate: () => void thread.terminate(),
  };
  return {
    worker: worker as unknown as globalThis.Worker,
    terminate: () => void thread.terminate(),
  };
}

/** The same engine as in the page, in Node: same wasm, same settings, same client, for fast tests. */
export async function nodeEngine(memoryLimit = "1GB"): Promise<Engine> {
  (globalThis as { Worker?: unknown }).Worker ??= Worker;
  const duckdb = (await import(dist("duckdb-browser.mjs"))) as {
    AsyncDuckDB: new (logger: object, worker: globalThis.Worker) => AsyncDuckDB;
    VoidLogger: new () => object;
  };
  const { worker, terminate } = threadAsWorker();
  const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  await db.instantiate(dist("duckdb-eh.wasm"));
  return openEngine({
    db,
    memoryLimit,
    extensionRepository: "http://127.0.0.1:9/none",
    register: async (own, path, file) =>
      own.registerFileBuffer(path, new Uint8Array(await file.arrayBuffer())),
    terminate,
  });
}
