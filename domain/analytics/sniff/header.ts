import type { Evidence } from "#domain/analytics/reading.ts";
import { numberStyles } from "./cells.ts";
import { dateShape } from "./dates.ts";
import type { TextRecord } from "./records.ts";

export interface HeaderGuess {
  /** Index into the records of the first line of the table (head or data). */
  first: number;
  header: boolean;
  evidence: Evidence;
}

const filled = (cells: readonly string[]): number =>
  cells.filter((cell) => cell.trim() !== "").length;
const typed = (cell: string): boolean =>
  numberStyles(cell.trim()) !== null || dateShape(cell.trim()) !== null;

/** Lines of title, much emptier than the table under them, come first. */
function titleRecords(records: readonly TextRecord[], columns: number): number {
  if (columns < 2) return 0;
  let first = 0;
  while (first < Math.min(records.length - 1, 20)) {
    const cells = records[first]?.cells ?? [];
    const next = records[first + 1]?.cells ?? [];
    const sparse = filled(cells) <= Math.max(1, Math.floor(columns / 3));
    if (!sparse && cells.length >= columns - 1) break;
    if (!sparse && cells.length === next.length) break;
    first++;
  }
  return first === Math.min(records.length - 1, 20) ? 0 : first;
}

const DOUBLE: Evidence = { code: "header.double", sure: false };

/** True when the first row has words, and no figure, in two columns that hold figures or dates alone from there on. */
function continues([first = [], ...rest]: readonly (readonly string[])[]): boolean {
  if (rest.length < 2 || first.some(typed)) return false;
  const named = first.filter((cell, at) => {
    const below = rest.map((row) => row[at]?.trim() ?? "").filter((one) => one !== "");
    return cell.trim() !== "" && below.length > 1 && below.every(typed);
  });
  return named.length > 1;
}

/** Decides where the table starts and whether its first line names the columns. */
export function sniffHeader(records: readonly TextRecord[], columns: number): HeaderGuess {
  const first = titleRecords(records, columns);
  const titles = (records[first]?.line ?? 1) - 1;
  const head = records[first]?.cells ?? [];
  const body = records.slice(first + 1, first + 200).map(({ cells }) => cells);
  const found = (evidence: Evidence): HeaderGuess => ({
    first,
    header: evidence.code !== "header.missing",
    evidence:
      titles > 0 && evidence.code !== "header.missing"
        ? { code: "header.titles", lines: titles, sure: true }
        : evidence,
  });
  if (body.length === 0) return found({ code: "header.looks", sure: false });
  if (head.some(typed)) return found({ code: "header.missing", sure: true });
  const bodyTyped = head.some((_, at) => {
    const cells = body.map((row) => row[at]?.trim() ?? "").filter((cell) => cell !== "");
    return cells.length > 0 && cells.filter(typed).length > cells.length / 2;
  });
  if (bodyTyped && continues(body)) return { first, header: true, evidence: DOUBLE };
  if (bodyTyped) return found({ code: "header.types", sure: true });
  const names = head.map((cell) => cell.trim().toLowerCase());
  const repeated = names.some(
    (name, at) => name !== "" && body.some((row) => row[at]?.trim().toLowerCase() === name),
  );
  const unlike = names.some((name) => name.length > 60) || new Set(names).size < names.length;
  return found(
    repeated || unlike
      ? { code: "header.missing", sure: false }
      : { code: "header.looks", sure: false },
  );
}

/** Names for SQL: trimmed, never empty, unique whatever the case. */
export function columnNames(
  head: readonly string[],
  fallback: (position: number) => string,
): string[] {
  const used = new Set<string>();
  return head.map((source, at) => {
    const base = source.replace(/[\p{Cc}\s]+/gu, " ").trim() || fallback(at + 1);
    let name = base;
    for (let copy = 2; used.has(name.toLowerCase()); copy++) name = `${base}_${copy}`;
    used.add(name.toLowerCase());
    return name;
  });
}
