import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
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
  await copyFile(join(source, "dist/duckdb-browser-eh.worker.js"), join(target, names.worker));
  await writeFile(stamp, digest);
}

/** Version and sizes: the package is pinned by the lock file, so its bytes need no reading. */
async function fingerprint(version) {
  const wasm = await stat(join(source, "dist/duckdb-eh.wasm"));
  const worker = await stat(join(source, "dist/duckdb-browser-eh.worker.js"));
  return createHash("sha256").update(`${version} ${wasm.size} ${worker.size} gzip9`).digest("hex");
}

const exists = (path) =>
  stat(path).then(
    () => true,
    () => false,
  );

await prepareDuckdbAssets();
