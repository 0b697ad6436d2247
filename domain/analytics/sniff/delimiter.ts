import type { Evidence } from "#domain/analytics/reading.ts";
import { parseRecords } from "./records.ts";

const CANDIDATES = [";", "\t", "|", ","] as const;

interface Candidate {
  delimiter: string;
  columns: number;
  share: number;
}

/** `sep=;` on the first line, as Excel writes it: the delimiter, or null. */
export function declaredDelimiter(text: string): string | null {
  return /^sep=(.)\r?(?:\n|$)/i.exec(text)?.[1] ?? null;
}

/** The most frequent width over one cell, and the share of the records that have it. */
function consistency(text: string, delimiter: string): Candidate {
  const counts = new Map<number, number>();
  const records = parseRecords(text, delimiter, 500);
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let columns = 1;
  let best = 0;
  for (const [width, count] of counts) {
    if (width < 2 || count < best || (count === best && width < columns)) continue;
    columns = width;
    best = count;
  }
  return { delimiter, columns, share: records.length === 0 ? 0 : best / records.length };
}

/** True when most commas stand between digits: decimal commas, not separators. */
function commasAreDecimal(text: string): boolean {
  const commas = text.match(/,/g)?.length ?? 0;
  return commas > 0 && (text.match(/\d,\d/g)?.length ?? 0) / commas > 0.7;
}

/** True when blanks follow nearly all of the signs that could separate, as in sentences. */
function isProse(text: string, delimiter: string | undefined): boolean {
  if (delimiter === "\t" || delimiter === "|") return false;
  const [signs, spaced] = [/[,;]/g, /[,;][ \u00a0\u202f\r\n]/g].map(
    (pattern) => text.match(pattern)?.length ?? 0,
  ) as [number, number];
  return signs > 0 && spaced > signs * 0.7;
}

/** Decides on the separator by how evenly each candidate cuts the sample. */
export function sniffDelimiter(text: string): {
  delimiter: string;
  columns: number;
  evidence: Evidence;
} {
  const declared = declaredDelimiter(text);
  if (declared !== null) {
    const { columns } = consistency(text.slice(text.indexOf("\n") + 1), declared);
    return {
      delimiter: declared,
      columns,
      evidence: { code: "delimiter.declared", columns, sure: true },
    };
  }
  const even = CANDIDATES.map((delimiter) => consistency(text, delimiter))
    .filter(({ share, columns }) => columns > 1 && share >= 0.5)
    .toSorted((a, b) => Math.round((b.share - a.share) * 10) || b.columns - a.columns);
  const others = even.filter(({ delimiter }) => delimiter !== ",");
  const best = others[0] !== undefined && commasAreDecimal(text) ? others[0] : even[0];
  if ((best === undefined || best.share < 0.9) && isProse(text, best?.delimiter)) {
    const { delimiter = ",", columns = 1 } = best ?? {};
    return { delimiter, columns, evidence: { code: "delimiter.prose", sure: false } };
  }
  if (best === undefined) {
    return {
      delimiter: ",",
      columns: 1,
      evidence: { code: "delimiter.single", sure: !/[;\t|,]/.test(text) },
    };
  }
  const { delimiter, columns, share } = best;
  const sure = share >= 0.9;
  return { delimiter, columns, evidence: { code: "delimiter.consistent", columns, share, sure } };
}
