import type { ColumnKind } from "#domain/analytics/reading.ts";

/** A day is its epoch milliseconds (UTC), money euros. */
export type Cell = string | number | boolean | null;

/** A table of the demo firm as its software would hand it out. */
export interface DemoTable {
  /** Its name in SQL; the file is called after it. */
  name: string;
  title: string;
  columns: readonly { name: string; kind: ColumnKind; description: string }[];
  rows: readonly (readonly Cell[])[];
}

/** The calendar day as French software writes it: 24/11/2026. */
function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10).split("-").toReversed().join("/");
}

function written(cell: Cell, kind: ColumnKind): string {
  if (cell === null) return "";
  if (typeof cell === "boolean") return cell ? "oui" : "non";
  if (kind === "date") return day(Number(cell));
  if (kind === "number") return Number(cell).toFixed(2).replace(".", ",");
  return String(cell);
}

/** The file: semicolons, decimal commas, days before months, oui and non. No cell of the demo needs quotes. */
export function toCsv({ columns, rows }: DemoTable): string {
  const lines = rows.map((row) =>
    columns.map(({ kind }, at) => written(row[at] ?? null, kind)).join(";"),
  );
  return `${[columns.map(({ name }) => name).join(";"), ...lines].join("\r\n")}\r\n`;
}
