import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import type { Engine } from "./engine.ts";
import { cellsOf, columnsOf, type Cell, type ResultColumn } from "./values.ts";

export interface Order {
  column: string;
  direction: "ascending" | "descending";
}

/**
 * Pages of a whole table in some order. Sorting a million rows for every page would cost seconds: the order is computed once, as a table
 * of row numbers, and each page is then a short range of it.
 */
export async function orderTable(
  engine: Engine,
  table: string,
  order: Order | undefined,
): Promise<TablePages> {
  const from = quoteIdentifier(table);
  if (order === undefined) {
    return {
      page: (at, count) =>
        rowsAt(
          engine,
          `SELECT * FROM ${from} WHERE rowid >= ${at} AND rowid < ${at + count} ORDER BY rowid`,
        ),
    };
  }
  const ranks = quoteIdentifier(`order_of_${table}`);
  const direction = order.direction === "ascending" ? "ASC" : "DESC";
  await engine.execute(
    `CREATE OR REPLACE TABLE ${ranks} AS SELECT rowid AS place FROM ${from} ORDER BY ${quoteIdentifier(order.column)} ${direction} NULLS LAST, rowid`,
  );
  return {
    page: (at, count) =>
      rowsAt(
        engine,
        `SELECT t.* FROM ${ranks} AS o JOIN ${from} AS t ON t.rowid = o.place WHERE o.rowid >= ${at} AND o.rowid < ${at + count} ORDER BY o.rowid`,
      ),
  };
}

export interface TablePages {
  page(at: number, count: number): Promise<{ columns: ResultColumn[]; rows: Cell[][] }>;
}

async function rowsAt(
  engine: Engine,
  sql: string,
): Promise<{ columns: ResultColumn[]; rows: Cell[][] }> {
  const connection = await engine.connect();
  try {
    const table = await connection.query(sql);
    return { columns: columnsOf(table.schema), rows: table.batches.flatMap(cellsOf) };
  } finally {
    await connection.close();
  }
}
