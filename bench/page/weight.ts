import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

/** Bytes of some files: as built, and as a host compresses them. */
export interface Weight {
  files: number;
  raw: number;
  gzip: number;
  brotli: number;
}

/** Kinds of files that a page loads; anything else is `other`. */
export const KINDS = ["script", "style", "font", "document", "other"] as const;
export type Kind = (typeof KINDS)[number];

const BY_EXTENSION: Record<string, Kind> = {
  ".js": "script",
  ".css": "style",
  ".woff2": "font",
  ".html": "document",
};

export function kindOf(path: string): Kind {
  return BY_EXTENSION[extname(path)] ?? "other";
}

const NOTHING: Weight = { files: 0, raw: 0, gzip: 0, brotli: 0 };

/** Weighs the files of a built page by kind. `paths` are request paths; addresses of the app itself are its one document. */
export function weigh(folder: string, paths: readonly string[]): Record<Kind, Weight> {
  const sums = Object.fromEntries(KINDS.map((kind) => [kind, NOTHING])) as Record<Kind, Weight>;
  const files = new Set(paths.map((path) => (extname(path) === "" ? "/index.html" : path)));
  for (const file of files) {
    const bytes = readFileSync(join(folder, decodeURIComponent(file)));
    // Fonts are compressed already: hosts send them as they are.
    const packed = kindOf(file) === "font";
    const sum = sums[kindOf(file)];
    sums[kindOf(file)] = {
      files: sum.files + 1,
      raw: sum.raw + bytes.length,
      gzip: sum.gzip + (packed ? bytes.length : gzipSync(bytes, { level: 9 }).length),
      brotli: sum.brotli + (packed ? bytes.length : brotliCompressSync(bytes).length),
    };
  }
  return sums;
}

/** All kinds together. */
export function total(weights: Record<Kind, Weight>): Weight {
  return KINDS.reduce((sum, kind) => {
    const one = weights[kind];
    return {
      files: sum.files + one.files,
      raw: sum.raw + one.raw,
      gzip: sum.gzip + one.gzip,
      brotli: sum.brotli + one.brotli,
    };
  }, NOTHING);
}
