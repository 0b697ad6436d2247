import type { Reading } from "#domain/analytics/reading.ts";
import type { Engine } from "./engine.ts";
import { importFile, type Imported, type ImportOptions } from "./import.ts";
import { afterError, afterImport, type Repair } from "./repair.ts";

/** An import with the reading that worked and what had to change for it. */
export interface RepairedImport extends Imported {
  reading: Reading;
  repairs: Repair[];
}

const ATTEMPTS = 6;

/**
 * Imports, and where the file turns out otherwise than its samples, changes the reading and tries again: encoding, line length, loose
 * quotes and line ends, columns that are text after all. `fixed` names decisions that the person took, which stay.
 */
export async function importRepaired(
  engine: Engine,
  file: Blob,
  first: Reading,
  options: ImportOptions & { fixed?: { encoding?: boolean; columns?: readonly string[] } },
): Promise<RepairedImport> {
  let reading = first;
  const repairs: Repair[] = [];
  for (let attempt = 1; ; attempt++) {
    let next: { reading: Reading; repair: Repair } | null;
    try {
      const imported = await importFile(engine, file, reading, options);
      next = attempt < ATTEMPTS ? afterImport(reading, imported) : null;
      if (next === null || isFixed(next.repair, options.fixed))
        return { ...imported, reading, repairs };
    } catch (error) {
      options.signal?.throwIfAborted();
      const message = error instanceof Error ? error.message : String(error);
      next = engine.alive() && attempt < ATTEMPTS ? afterError(reading, message) : null;
      if (next === null || isFixed(next.repair, options.fixed)) throw error;
    }
    reading = next.reading;
    repairs.push(next.repair);
  }
}

function isFixed(
  repair: Repair,
  fixed?: { encoding?: boolean; columns?: readonly string[] },
): boolean {
  if (repair.code === "encoding") return fixed?.encoding === true;
  return repair.code === "text" && (fixed?.columns ?? []).includes(repair.column);
}
