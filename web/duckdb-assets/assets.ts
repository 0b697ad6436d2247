import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync, readFileSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";

/** Largest static asset that Cloudflare serves. */
const ASSET_LIMIT = 25 * 1024 * 1024;

/** The one place where the worker builds a function from text as it runs, and the same function written out. */
const FROM_TEXT = "newFunc(Function,_)(...d)";
const WRITTEN_OUT = `((obj,func,destructors,args)=>{let at=0;const given=n.map(type=>{const value=type.readValueFromPointer(args+at);at+=type.argPackAdvance;return value});const result=r===1?new func(...given):func.call(...(r===0?[obj]:[]),...given);if(!a.isVoid)return emval_returnValue(a,destructors,result)})`;

/** A lock that the worker holds under its own name while it lives: the page learns so that it has ended (`watch.ts`). */
const LIVING =
  "self.name&&self.navigator.locks?.request(self.name,()=>new Promise(()=>{})).catch(()=>{});\n";

/** The worker's policy forbids eval, which DuckDB wants to report progress. @throws when a new version reads otherwise. */
function withoutEval(script: string): string {
  if (script.split(FROM_TEXT).length !== 2)
    throw new Error("DuckDB's worker has changed: look at its method callers.");
  return script.replace(FROM_TEXT, () => WRITTEN_OUT);
}

interface DuckdbAssets {
  /** File name of the gzipped wasm: it is DuckDB's own, so the version names it. */
  wasm: string;
  /** File name of the worker script, by the hash of what it says: lines of it are ours, and it is cached for ever. */
  worker: string;
  /** What the worker script says. */
  script: string;
}

/** DuckDB's files as they are served. @param source folder of the package. */
export function duckdbAssets(source: string): DuckdbAssets {
  const text = (path: string): string => readFileSync(join(source, path), "utf8");
  const { version } = JSON.parse(text("package.json")) as { version: string };
  const script = LIVING + withoutEval(text("dist/duckdb-browser-eh.worker.js"));
  const hash = createHash("sha256").update(script).digest("hex").slice(0, 12);
  const name = `duckdb-eh-${version}`;
  return { wasm: `${name}.bin`, worker: `${name}-${hash}.worker.js`, script };
}

/**
 * Puts the files where the page is served from: the wasm gzipped under an opaque name (34 MB raw is over the limit of an asset), the worker script.
 * What is there already stays. @throws when the asset is too large.
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
  if (!existsSync(worker)) await whole(worker, (path) => writeFile(path, assets.script));
  const wasm = join(target, assets.wasm);
  if (existsSync(wasm)) return;
  await whole(wasm, async (path) => {
    const raw = createReadStream(join(source, "dist/duckdb-eh.wasm"));
    await pipeline(raw, createGzip({ level: 9 }), createWriteStream(path));
    const { size } = await stat(path);
    if (size > ASSET_LIMIT)
      throw new Error(`${assets.wasm} is ${size} bytes, over ${ASSET_LIMIT}.`);
  });
}

/** Writes a file that is never seen in part. */
async function whole(path: string, write: (partial: string) => Promise<void>): Promise<void> {
  const partial = `${path}.${process.pid}.partial`;
  try {
    await write(partial);
    await rename(partial, path);
  } finally {
    await rm(partial, { force: true });
  }
}
