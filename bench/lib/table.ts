import type { Goal } from "./goals.ts";

/** A table as it is printed, and as it is pasted into docs/performance.md. */
export interface Table {
  title: string;
  columns: readonly string[];
  rows: readonly (readonly (string | number)[])[];
  /** Lines below it: terms, what was not reached, what failed. */
  notes?: readonly string[];
  /** What of it is held against a goal. */
  goals?: readonly Goal[];
}

/** A figure with as many digits as it deserves: 0.83, 4.2, 37, 1240. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return "–";
  const size = Math.abs(value);
  if (size >= 10 || size === 0) return String(Math.round(value));
  return size >= 1 ? value.toFixed(1) : value.toFixed(2);
}

/** How many times `ours` is of `theirs`: `0.45×`. A dash when either is missing. */
export function ratio(ours: number, theirs: number): string {
  const value = ours / theirs;
  return Number.isFinite(value) ? `${value.toFixed(2)}×` : "–";
}

/** Bytes in kB (1000). */
export function kilobytes(bytes: number): string {
  return `${figure(bytes / 1000)} kB`;
}

/** Renders a table as Markdown with padded cells, so that it reads well in a terminal too. */
export function render(table: Table): string {
  const cells = [table.columns, ...table.rows].map((row) => row.map(text));
  const widths = table.columns.map((_, i) =>
    Math.max(3, ...cells.map((row) => row[i]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    `| ${widths.map((width, i) => pad(row[i] ?? "", width, i)).join(" | ")} |`;
  const rule = `|${widths.map((width, i) => (i === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`;
  const [head = [], ...body] = cells;
  const notes = (table.notes ?? []).map((note) => `- ${note}`);
  return [
    `### ${table.title}`,
    "",
    line(head),
    rule,
    ...body.map(line),
    ...(notes.length > 0 ? ["", ...notes] : []),
    "",
  ].join("\n");
}

const text = (value: string | number): string =>
  typeof value === "number" ? figure(value) : value;

/** The first column is words, the others are figures. */
const pad = (value: string, width: number, column: number): string =>
  column === 0 ? value.padEnd(width) : value.padStart(width);
