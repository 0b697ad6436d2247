import { join } from "node:path";
import type { Plugin } from "vite";
import { duckdbAssets, placeDuckdb } from "./assets.ts";

const at = (path: string): string => join(import.meta.dirname, path);

/** Puts DuckDB's files among those of the page, and tells the page what they are called. */
export function duckdb(): Plugin {
  return {
    name: "aetheria-duckdb",
    // Before anything is resolved: the server of development lists the public files when it starts.
    async config() {
      const source = at("../../node_modules/@duckdb/duckdb-wasm");
      const assets = duckdbAssets(source);
      await placeDuckdb(source, at("../public/duckdb"), assets);
      return {
        define: {
          DUCKDB_WORKER: JSON.stringify(`/duckdb/${assets.worker}`),
          DUCKDB_WASM: JSON.stringify(`/duckdb/${assets.wasm}`),
        },
      };
    },
  };
}
