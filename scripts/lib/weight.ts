import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Cloudflare refuses a larger asset. Bytes. */
export const LARGEST_ASSET = 25 * 1024 * 1024;

/** JavaScript of the first load of the first screen, gzip. Bytes. */
export const FIRST_LOAD = 150_000;

interface Chunk {
  file: string;
  src?: string;
  isEntry?: boolean;
  imports?: string[];
}

/** Vite's manifest: chunks by their source path. */
export type Manifest = Record<string, Chunk>;

/**
 * Files that a browser loads for the first screen: the entry, what it imports statically, and the same
 * for each lazily loaded source that matches one of `lazy`, or file where a chunk is made of several sources.
 * @throws when one of `lazy` matches nothing: it was renamed, and the figure would flatter.
 */
export function firstLoadFiles(manifest: Manifest, lazy: RegExp[]): string[] {
  const files = new Set<string>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const next of chunk.imports ?? []) visit(next);
  };
  const wanted = [...lazy];
  for (const [key, chunk] of Object.entries(manifest)) {
    const hit = wanted.findIndex((pattern) => pattern.test(chunk.src ?? chunk.file));
    if (hit >= 0) wanted.splice(hit, 1);
    if (chunk.isEntry || hit >= 0) visit(key);
  }
  if (wanted.length > 0) throw new Error(`The build holds nothing like ${wanted.join(", ")}.`);
  return [...files].filter((file) => file.endsWith(".js")).toSorted();
}

/** Scripts that the page itself names, built or plain. */
export function pageScripts(html: string): string[] {
  return [...html.matchAll(/<script[^>]*\ssrc="\/([^"]+)"/g)].flatMap((hit) => hit[1] ?? []);
}

/** The gzip size of files of `folder` together. Bytes. */
export function gzipSize(folder: string, files: string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
}

/** Files of `folder` that are too large to be an asset, as `path (MiB)`. */
export function tooLarge(folder: string, limit = LARGEST_ASSET): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => ({ path, size: statSync(join(folder, path)).size }))
    .filter((one) => one.size > limit)
    .map((one) => `${one.path} (${(one.size / 1024 / 1024).toFixed(1)} MiB)`);
}
