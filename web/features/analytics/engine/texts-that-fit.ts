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

/** Runs work on a connection that finds empty tables of these shapes by their names; nothing of it stays. */
async function overShapes<T>(
  engine: Engine,
  tables: readonly TableShape[],
  work: (connection: Awaited<ReturnType<Engine["connect"]>>) => Promise<T>,
): Promise<T> {
  const schema = `shape_${crypto.randomUUID().replaceAll("-", "")}`;
  await engine.run(`CREATE SCHEMA ${quoteIdentifier(schema)}`);
  try {
    for (const { table, columns } of tables)
      await createEmpty(engine, `${quoteIdentifier(schema)}.${quoteIdentifier(table)}`, columns);
    const connection = await engine.connect();
    try {
      await connection.query(`SET search_path = ${quoteLiteral(schema)}`);
      return await work(connection);
    } finally {
      await connection.close().catch(() => undefined);
    }
  } finally {
    if (engine.alive())
      await engine.run(`DROP SCHEMA IF EXISTS ${quoteIdentifier(schema)} CASCADE`);
  }
}

/** Whether the engine takes each text as a read of tables of these shapes. The texts are prepared over empty tables and never run. */
export const textsThatFit = (
  engine: Engine,
  tables: readonly TableShape[],
  texts: readonly string[],
): Promise<boolean[]> =>
  overShapes(engine, tables, async (connection) => {
    const fit: boolean[] = [];
    for (const text of texts) {
      const statement = await connection.prepare(boundedRead(text, 1)).catch(() => null);
      fit.push(statement !== null);
      await statement?.close();
    }
    return fit;
  });

/** How many rows each text answers over empty tables of these shapes, two at most; null where the engine refuses it. */
export const rowsOverNothing = (
  engine: Engine,
  tables: readonly TableShape[],
  texts: readonly string[],
): Promise<(number | null)[]> =>
  overShapes(engine, tables, async (connection) => {
    const rows: (number | null)[] = [];
    for (const text of texts) {
      const statement = await connection.prepare(boundedRead(text, 1)).catch(() => null);
      const answer = await statement?.query().catch(() => null);
      rows.push(answer?.numRows ?? null);
      await statement?.close();
    }
    return rows;
  });
