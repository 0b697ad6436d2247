import { createWriteStream, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { HEADER, salesRow, seededRandom } from "./rows.ts";

/** Yields the file in pieces of a few hundred kilobytes, so that ten million rows need no memory. */
export function* salesCsv(rows: number, seed: number): Generator<string> {
  const random = seededRandom(seed);
  let piece = `${HEADER}\n`;
  for (let index = 0; index < rows; index++) {
    piece += `${salesRow(index, random)}\n`;
    if (piece.length > 400_000) {
      yield piece;
      piece = "";
    }
  }
  yield piece;
}

/** Writes `rows` seeded sales lines to `path` (UTF-8, semicolons). The same seed gives the same bytes. */
export async function writeSalesCsv(path: string, rows: number, seed = 2026): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  await pipeline(Readable.from(salesCsv(rows, seed)), createWriteStream(path));
}

if (import.meta.main) {
  const [path = "bench/data/ventes-1m.csv", rows = "1000000", seed = "2026"] =
    process.argv.slice(2);
  await writeSalesCsv(path, Number(rows), Number(seed));
}
