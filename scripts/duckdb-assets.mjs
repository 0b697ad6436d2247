import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createGzip } from "node:zlib";

const root = fileURLToPath(new URL("..", import.meta.url));
const source = join(root, "node_modules/@duckdb/duckdb-wasm");
/** Largest static asset that Cloudflare serves. */
const ASSET_LIMIT = 25 * 1024 * 1024;

/**
 * Puts DuckDB where the web app serves it from: the wasm gzipped under an opaque name (34 MB raw is over the limit of an asset), the worker
 * script as it is, both named by the version. Does nothing when they are already there. Throws when the asset is too large.
 */
async function prepareDuckdbAssets(target = join(root, "web/public/duckdb")) {
  const { version } = JSON.parse(await readFile(join(source, "package.json"), "utf8"));
  const names = { wasm: `duckdb-eh-${version}.bin`, worker: `duckdb-eh-${version}.worker.js` };
  await mkdir(target, { recursive: true });
  const stamp = join(root, "web/.wasm/duckdb.stamp");
  await mkdir(dirname(stamp), { recursive: true });
  const digest = await fingerprint(version);
  const known = await readFile(stamp, "utf8").catch(() => "");
  if (known === digest && (await exists(join(target, names.wasm)))) return;

  for (const old of await readdir(target)) {
    if (old.startsWith("duckdb-eh-")) await rm(join(target, old));
  }
  const partial = join(target, `${names.wasm}.partial`);
  await pipeline(
    createReadStream(join(source, "dist/duckdb-eh.wasm")),
    createGzip({ level: 9 }),
    createWriteStream(partial),
  );
  const { size } = await stat(partial);
  if (size > ASSET_LIMIT) throw new Error(`${names.wasm} is ${size} bytes, over ${ASSET_LIMIT}.`);
  await rename(partial, join(target, names.wasm));
  const worker = await readFile(join(source, "dist/duckdb-browser-eh.worker.js"), "utf8");
  await writeFile(join(target, names.worker), LIVING + withoutEval(worker));
  await writeFile(stamp, digest);
}

/** The one place where the worker builds a function from text as it runs, and the same function written out. */
const FROM_TEXT = "newFunc(Function,_)(...d)";
const WRITTEN_OUT = `((obj,func,destructors,args)=>{let at=0;const given=n.map(type=>{const value=type.readValueFromPointer(args+at);at+=type.argPackAdvance;return value});const result=r===1?new func(...given):func.call(...(r===0?[obj]:[]),...given);if(!a.isVoid)return emval_returnValue(a,destructors,result)})`;

/** A lock that the worker holds under its own name while it lives: the page learns so that it has ended (`watch.ts`). */
const LIVING =
  "self.name&&self.navigator.locks?.request(self.name,()=>new Promise(()=>{})).catch(()=>{});\n";

/** The worker's policy forbids eval, which DuckDB wants to report progress. Throws when a new version reads otherwise. */
function withoutEval(script) {
  if (script.split(FROM_TEXT).length !== 2)
    throw new Error("DuckDB's worker has changed: look at its method callers.");
  return script.replace(FROM_TEXT, () => WRITTEN_OUT);
}

/** Version and sizes: the package is pinned by the lock file, so its bytes need no reading. */
async function fingerprint(version) {
  const wasm = await stat(join(source, "dist/duckdb-eh.wasm"));
  const worker = await stat(join(source, "dist/duckdb-browser-eh.worker.js"));
  return createHash("sha256")
    .update(`${version} ${wasm.size} ${worker.size} gzip9 no-eval lock`)
    .digest("hex");
}

const exists = (path) =>
  stat(path).then(
    () => true,
    () => false,
  );

await prepareDuckdbAssets();
