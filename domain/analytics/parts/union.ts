import type { ColumnKind } from "#domain/analytics/reading.ts";
import { quoteIdentifier, quoteLiteral } from "#domain/analytics/sql/quote.ts";
import { SQL_TYPES } from "#domain/analytics/sql/types.ts";
import type { StepColumn } from "#domain/analytics/steps/select.ts";

/** One file of a data set, read into a table of its own. */
export interface PartTable {
  table: string;
  fileName: string;
  columns: readonly StepColumn[];
}

/** The kind that loses nothing of either: whole numbers are numbers, days are instants, anything else is text. */
function widest(a: ColumnKind, b: ColumnKind): ColumnKind {
  const both = [a, b];
  if (a === b) return a;
  if (both.every((kind) => kind === "integer" || kind === "number")) return "number";
  return both.every((kind) => kind === "date" || kind === "timestamp") ? "timestamp" : "text";
}

/** Files below each other, matched by the names of their columns; `origin` names a column that holds the file's name. */
export function unionSelect(
  parts: readonly PartTable[],
  origin: string | undefined,
): { sql: string; columns: StepColumn[] } {
  const kinds = new Map<string, StepColumn>();
  for (const { name, kind } of parts.flatMap(({ columns }) => columns)) {
    const known = kinds.get(name.toLowerCase());
    kinds.set(name.toLowerCase(), {
      name: known?.name ?? name,
      kind: known ? widest(known.kind, kind) : kind,
    });
  }
  const all = [...kinds.values()];
  const selects = parts.map(({ table, fileName, columns }) => {
    const cells = all.map(({ name, kind }) => {
      const own = columns.find((column) => column.name.toLowerCase() === name.toLowerCase());
      const value = own === undefined ? "NULL" : quoteIdentifier(own.name);
      return `CAST(${value} AS ${SQL_TYPES[kind]}) AS ${quoteIdentifier(name)}`;
    });
    const from =
      origin === undefined ? [] : [`${quoteLiteral(fileName)} AS ${quoteIdentifier(origin)}`];
    return `SELECT ${[...from, ...cells].join(", ")} FROM ${quoteIdentifier(table)}`;
  });
  return {
    sql: selects.join(" UNION ALL "),
    columns: origin === undefined ? all : [{ name: origin, kind: "text" }, ...all],
  };
}
