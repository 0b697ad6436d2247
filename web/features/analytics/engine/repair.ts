import type { Reading } from "#domain/analytics/reading.ts";
import type { Imported } from "./import.ts";

/** What was changed about the reading after a first attempt, for the page to say. */
export type Repair =
  | { code: "encoding" }
  | { code: "lenient" }
  | { code: "long-lines" }
  | { code: "years"; column: string }
  | { code: "text"; column: string; share: number };

/** The reader sets sixteen such lines of memory aside. */
const LONG_LINE = 16_000_000;
/** A column with more unreadable cells than this is no number or date after all. */
const TOO_MANY_BAD = 0.02;
const FEWEST_BAD = 5;

/** The reading to try after the reader gave up on the file with an error; null when nothing is left to try. */
export function afterError(
  reading: Reading,
  message: string,
): { reading: Reading; repair: Repair } | null {
  if (/unicode|utf-?8|encod/i.test(message) && reading.encoding === "utf-8") {
    return { reading: { ...reading, encoding: "windows-1252" }, repair: { code: "encoding" } };
  }
  if (/max(imum)?[ _]line[ _]size/i.test(message) && reading.maxLineBytes < LONG_LINE) {
    return { reading: { ...reading, maxLineBytes: LONG_LINE }, repair: { code: "long-lines" } };
  }
  return reading.lenient
    ? null
    : { reading: { ...reading, lenient: true }, repair: { code: "lenient" } };
}

/** The reading to try after an import whose rejects show a wrong guess; null when the import stands. */
export function afterImport(
  reading: Reading,
  { rows, rejected, rejects, shortYears }: Imported,
): { reading: Reading; repair: Repair } | null {
  const counted = (code: string): number =>
    rejects.filter(({ reason }) => reason.code === code).length;
  if (counted("too-long") > 0 && reading.maxLineBytes < LONG_LINE) {
    return { reading: { ...reading, maxLineBytes: LONG_LINE }, repair: { code: "long-lines" } };
  }
  if (counted("encoding") > 0 && reading.encoding === "utf-8") {
    return { reading: { ...reading, encoding: "windows-1252" }, repair: { code: "encoding" } };
  }
  const short = reading.columns[shortYears ?? -1];
  if (short !== undefined) {
    const columns = reading.columns.map((one) => (one === short ? { ...one, cleaned: true } : one));
    return { reading: { ...reading, columns }, repair: { code: "years", column: short.name } };
  }
  const scale = rejects.length === 0 ? 0 : Math.max(1, rejected / rejects.length);
  const bad = reading.columns.map(
    (_, at) =>
      rejects.filter(({ reason }) => reason.code === "cell" && reason.column === at).length * scale,
  );
  const worst = bad.indexOf(Math.max(...bad));
  const share = (bad[worst] ?? 0) / Math.max(1, rows + rejected);
  const column = reading.columns[worst];
  if (column === undefined || share <= TOO_MANY_BAD || (bad[worst] ?? 0) < FEWEST_BAD) return null;
  const columns = reading.columns.map((one, at) =>
    at === worst
      ? {
          name: one.name,
          source: one.source,
          skipped: one.skipped,
          kind: "text" as const,
          cleaned: false,
        }
      : one,
  );
  return { reading: { ...reading, columns }, repair: { code: "text", column: column.name, share } };
}
