import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { withExportsOf } from "./exports.ts";

/** Largest static asset that Cloudflare serves. */
const ASSET_LIMIT = 25 * 1024 * 1024;

/** The one place where the worker builds a function from text as it runs, and the same function written out. */
const FROM_TEXT = "newFunc(Function,_)(...d)";
const WRITTEN_OUT = `((obj,func,destructors,args)=>{let at=0;const given=n.map(type=>{const value=type.readValueFromPointer(args+at);at+=type.argPackAdvance;return value});const result=r===1?new func(...given):func.call(...(r===0?[obj]:[]),...given);if(!a.isVoid)return emval_returnValue(a,destructors,result)})`;

/** A lock that the worker holds under its own name while it lives: the page learns so that it has ended (`watch.ts`). */
const LIVING =
  "self.name&&self.navigator.locks?.request(self.name,()=>new Promise(()=>{})).catch(()=>{});\n";

/** Where the worker fetches its wasm through a stream of its own, and the same for a module that the page has compiled (`engine/boot.ts`). */
const FETCHED =
  /instantiateWasm\((\w),(\w)\)\{globalThis\.DUCKDB_RUNTIME=this\._runtime;.*?return\[\]\}/s;
const COMPILED = `instantiateWasm($1,$2){globalThis.DUCKDB_RUNTIME=this._runtime;const module=this.mainModuleURL;return WebAssembly.instantiate(module,$1).then(instance=>$2(instance,module)),[]}`;

/** What the script asks the wasm for by name. */
const ASKED_FOR = /wasmExports\.([\w$]+)/g;

const hashOf = (text: string): string =>
  createHash("sha256").update(text).digest("hex").slice(0, 12);

/**
 * The worker's script under a policy that forbids eval, which DuckDB wants to report progress, and every connection.
 * @throws when a new version reads otherwise.
 */
function underPolicy(script: string): string {
  if (script.split(FROM_TEXT).length !== 2)
    throw new Error("DuckDB's worker has changed: look at its method callers.");
  if (!FETCHED.test(script))
    throw new Error("DuckDB's worker has changed: look at how it gets its wasm.");
  return script.replace(FROM_TEXT, () => WRITTEN_OUT).replace(FETCHED, COMPILED);
}

interface DuckdbAssets {
  /** File name of the gzipped wasm, by DuckDB's version and the exports that are left. */
  wasm: string;
  /** File name of the worker script, by the hash of what it says: lines of it are ours, and it is cached for ever. */
  worker: string;
  /** What the worker script says. */
  script: string;
  /** What the script asks the wasm for. */
  exports: ReadonlySet<string>;
}

/** DuckDB's files as they are served. @param source folder of the package. */
export function duckdbAssets(source: string): DuckdbAssets {
  const text = (path: string): string => readFileSync(join(source, path), "utf8");
  const { version } = JSON.parse(text("package.json")) as { version: string };
  const script = LIVING + underPolicy(text("dist/duckdb-browser-eh.worker.js"));
  const exports = new Set([...script.matchAll(ASKED_FOR)].map(([, name = ""]) => name).toSorted());
  const name = `duckdb-eh-${version}`;
  return {
    wasm: `${name}-${hashOf([...exports].join())}.bin`,
    worker: `${name}-${hashOf(script)}.worker.js`,
    script,
    exports,
  };
}

/**
 * Puts the files where the page is served from: the worker script, and the wasm, gzipped under an opaque name because it is over the limit of
 * an asset. Of its 75,000 exports, which are there for extensions to link with, those that the script asks for are left: the others take half
 * a second of each start and a fifth of the bytes. What is there already stays. @throws when the asset is too large.
 */
export async function placeDuckdb(
  source: string,
  target: string,
  assets: DuckdbAssets,
): Promise<void> {
  await mkdir(target, { recursive: true });
  for (const old of await readdir(target)) {
    if (old !== assets.wasm && old !== assets.worker) await rm(join(target, old));
  }
  const worker = join(target, assets.worker);
  if (!existsSync(worker)) await whole(worker, assets.script);
  const wasm = join(target, assets.wasm);
  if (existsSync(wasm)) return;
  const module = withExportsOf(await readFile(join(source, "dist/duckdb-eh.wasm")), assets.exports);
  const zipped = await promisify(gzip)(module, { level: 9 });
  if (zipped.length > ASSET_LIMIT)
    throw new Error(`${assets.wasm} is ${zipped.length} bytes, over ${ASSET_LIMIT}.`);
  await whole(wasm, zipped);
}

/** Writes a file that is never seen in part. */
async function whole(path: string, said: string | Uint8Array): Promise<void> {
  const partial = `${path}.${process.pid}.partial`;
  try {
    await writeFile(partial, said);
    await rename(partial, path);
  } finally {
    await rm(partial, { force: true });
  }
}
