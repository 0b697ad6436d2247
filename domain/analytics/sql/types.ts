import type { ColumnKind } from "#domain/analytics/reading.ts";

/** The types in which DuckDB holds each kind of column. */
export const SQL_TYPES: Record<ColumnKind, string> = {
  text: "VARCHAR",
  integer: "BIGINT",
  number: "DOUBLE",
  date: "DATE",
  timestamp: "TIMESTAMP",
  boolean: "BOOLEAN",
};
