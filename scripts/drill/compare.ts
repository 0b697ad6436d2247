import { createHash } from "node:crypto";

/** Three copies of the same: as it was, in the archive, and as it was restored. Each line is one row. */
export interface Copies {
  name: string;
  origin: readonly string[];
  archive: readonly string[];
  restored: readonly string[];
  /** A log goes on: what follows the archive's rows, here or there, is no difference. */
  grows?: "log";
}

/** What a comparison showed. `sha256`: of the archive's lines. */
export interface Compared {
  name: string;
  rows: number;
  sha256: string;
  origin: string;
  restored: string;
  /** Rows that differ, are missing or are too many. */
  differences: number;
}

/** SHA-256 of lines, each with a line feed. */
export function sumOf(lines: readonly string[]): string {
  const sum = createHash("sha256");
  for (const line of lines) sum.update(`${line}\n`);
  return sum.digest("hex");
}

function differing(wanted: readonly string[], held: readonly string[]): number {
  const count = Math.max(wanted.length, held.length);
  let different = 0;
  for (let at = 0; at < count; at += 1) if (wanted[at] !== held[at]) different += 1;
  return different;
}

/** Holds both copies against the archive, row by row and by checksum. */
export function compare({ name, origin, archive, restored, grows }: Copies): Compared {
  const part = (lines: readonly string[]) => (grows ? lines.slice(0, archive.length) : lines);
  const [before, after] = [part(origin), part(restored)];
  return {
    name,
    rows: archive.length,
    sha256: sumOf(archive),
    origin: sumOf(before),
    restored: sumOf(after),
    differences: differing(archive, before) + differing(archive, after),
  };
}

/** `clients            123 rows  3f9a…  equal` */
export function lineOf({ name, rows, sha256, origin, restored, differences }: Compared): string {
  const same = sha256 === origin && sha256 === restored && differences === 0;
  const sums = same
    ? sha256.slice(0, 16)
    : `archive ${sha256.slice(0, 8)} origin ${origin.slice(0, 8)} restored ${restored.slice(0, 8)}`;
  const outcome = same ? "equal" : `${differences} DIFFERENCES`;
  return `${name.padEnd(44)} ${String(rows).padStart(7)} rows  ${sums}  ${outcome}`;
}
