import { createHash } from "node:crypto";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { duckdbAssets, placeDuckdb } from "./assets.ts";
import { twoExports } from "./testing-module.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "duckdb-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const FETCHED =
  "instantiateWasm(e,t){globalThis.DUCKDB_RUNTIME=this._runtime;fetch(this.mainModuleURL);return[]}};";

/** A package whose worker's script says `text` besides the one function of text, asks for `main`, and fetches its wasm as `fetches` says. */
function source(text: string, fetches = FETCHED): string {
  mkdirSync(join(folder, "package/dist"), { recursive: true });
  const write = (path: string, said: string) => writeFileSync(join(folder, "package", path), said);
  write("package.json", '{"version":"1.2.3"}');
  writeFileSync(join(folder, "package/dist/duckdb-eh.wasm"), twoExports);
  write(
    "dist/duckdb-browser-eh.worker.js",
    `${text};newFunc(Function,_)(...d);wasmExports.main();${fetches}`,
  );
  return join(folder, "package");
}

test("the worker's script is named after what is served, and holds no function made of text", () => {
  const real = fileURLToPath(new URL("../../node_modules/@duckdb/duckdb-wasm", import.meta.url));
  const { worker, script, wasm, exports } = duckdbAssets(real);
  const hash = createHash("sha256").update(script).digest("hex").slice(0, 12);
  expect(worker).toMatch(new RegExp(`^duckdb-eh-[\\d.]+-${hash}\\.worker\\.js$`));
  expect(wasm).toMatch(/^duckdb-eh-[\d.]+-[\da-f]{12}\.bin$/);
  expect(exports).toContain("duckdb_web_query_run");
  // Told as yes or no: a failure would print all of it.
  expect(script.includes("navigator.locks")).toBe(true);
  expect(script.includes("newFunc(Function,_)(...d)")).toBe(false);
});

test("a script that says anything else has another address, under the same version", () => {
  const one = duckdbAssets(source("one"));
  const other = duckdbAssets(source("other"));
  expect(other.worker).not.toBe(one.worker);
  expect(other.wasm).toBe(one.wasm);
});

test("a version whose worker reads otherwise is refused", () => {
  expect(() => duckdbAssets(source("newFunc(Function,_)(...d)"))).toThrow("has changed");
  expect(() => duckdbAssets(source("", "fetch(wasm)"))).toThrow("has changed");
});

test("only what is served now lies there, and what did not change is not written again", async () => {
  const target = join(folder, "public");
  const before = duckdbAssets(source("before"));
  await placeDuckdb(source("before"), target, before);
  const written = statSync(join(target, before.wasm)).mtimeMs;
  const now = duckdbAssets(source("now"));
  await placeDuckdb(source("now"), target, now);
  expect(readdirSync(target).toSorted()).toEqual([now.wasm, now.worker].toSorted());
  expect(readFileSync(join(target, now.worker), "utf8")).toBe(now.script);
  const served = new WebAssembly.Module(gunzipSync(readFileSync(join(target, now.wasm))));
  expect(WebAssembly.Module.exports(served)).toEqual([{ name: "main", kind: "function" }]);
  expect(statSync(join(target, now.wasm)).mtimeMs).toBe(written);
});
