import { boundedRead } from "#domain/analytics/sql/read.ts";
import { quoteIdentifier, quoteLiteral } from "#domain/analytics/sql/quote.ts";
import { SQL_TYPES } from "#domain/analytics/sql/types.ts";
import type { StepColumn } from "#domain/analytics/steps/select.ts";
import type { Engine } from "./engine.ts";

/** A table by its name in SQL and its columns alone. */
export interface TableShape {
  table: string;
  columns: readonly StepColumn[];
}

/** Creates a table without rows. A table of no columns is none: it is left out. */
export async function createEmpty(
  engine: Engine,
  name: string,
  columns: readonly StepColumn[],
): Promise<void> {
  if (columns.length === 0) return;
  const list = columns.map((column) => `${quoteIdentifier(column.name)} ${SQL_TYPES[column.kind]}`);
  await engine.run(`CREATE TABLE ${name} (${list.join(", ")})`);
}

/**
 * Whether the engine takes each text as a read of tables of these shapes. The texts are prepared over empty tables and never run; nothing
 * of it stays.
 */
export async function textsThatFit(
  engine: Engine,
  tables: readonly TableShape[],
  texts: readonly string[],
): Promise<boolean[]> {
  const schema = `shape_${crypto.randomUUID().replaceAll("-", "")}`;
  await engine.run(`CREATE SCHEMA ${quoteIdentifier(schema)}`);
  try {
    for (const { table, columns } of tables)
      await createEmpty(engine, `${quoteIdentifier(schema)}.${quoteIdentifier(table)}`, columns);
    const connection = await engine.connect();
    try {
      await connection.query(`SET search_path = ${quoteLiteral(schema)}`);
      const fit: boolean[] = [];
      for (const text of texts) {
        const statement = await connection.prepare(boundedRead(text, 1)).catch(() => null);
        fit.push(statement !== null);
        await statement?.close();
      }
      return fit;
    } finally {
      await connection.close().catch(() => undefined);
    }
  } finally {
    if (engine.alive())
      await engine.run(`DROP SCHEMA IF EXISTS ${quoteIdentifier(schema)} CASCADE`);
  }
}
