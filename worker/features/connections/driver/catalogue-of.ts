import type { ColumnKind } from "#domain/analytics/reading.ts";
import type { Catalogue, CatalogueTable } from "#domain/connections/catalogue.ts";
import { MOST_COLUMNS } from "./session.ts";

/** A column with its table, as both databases are asked for them: in order of schema, table and place. */
export interface ColumnFound {
  schema: string;
  table: string;
  view: boolean;
  rows: number | null;
  column: string;
  type: string;
  kind: ColumnKind;
  nullable: boolean;
}

/** A catalogue out of its columns. One more than `MOST_COLUMNS` tells that there are others: their last table is left out. */
export function catalogueOf(
  found: readonly ColumnFound[],
  path: readonly string[],
): Omit<Catalogue, "readAt"> {
  const tables: CatalogueTable[] = [];
  for (const one of found) {
    const last = tables.at(-1);
    const same = last?.schema === one.schema && last.name === one.table;
    const { schema, view, rows } = one;
    const table = same ? last : { schema, name: one.table, view, rows, columns: [] };
    if (!same) tables.push(table);
    const { column: name, kind, type, nullable } = one;
    table.columns.push({ name, kind, type, nullable });
  }
  const cut = found.length > MOST_COLUMNS;
  return { path: [...path], tables: cut ? tables.slice(0, -1) : tables, cut };
}
