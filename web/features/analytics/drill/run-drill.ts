import type { ChartPoint } from "#domain/analytics/chart/point.ts";
import { drillQuery, sameFigure, type NoDrill } from "#domain/analytics/drill/drill-query.ts";
import { withoutEnd } from "#domain/analytics/sql/read.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import { runRead, SqlRefused, type ReadResult } from "#web/features/analytics/engine/read.ts";
import type { ResultColumn } from "#web/features/analytics/engine/values.ts";

/** The rows behind a point, or why there are none to show. `unsure`: some of them may count for nothing in its figure. */
export type Drilled = { sql: string; total: number; unsure?: boolean } | { reason: NoDrill };

/**
 * Finds the query of the rows behind a point and has the engine confirm that they give the point's figure. Every text runs as a person's
 * read; `narrow` puts before each what narrows the question. Throws AbortError, and what the engine throws when it is gone.
 */
export async function runDrill(
  engine: Engine,
  question: { sql: string; columns: readonly ResultColumn[] },
  point: ChartPoint,
  signal?: AbortSignal,
  narrow: (sql: string) => string = (sql) => sql,
): Promise<Drilled> {
  const drill = drillQuery(question.sql, question.columns, point);
  if ("reason" in drill) return drill;
  const one = async (sql: string): Promise<unknown> =>
    (await runRead(engine, narrow(sql), { limit: 2, signal })).rows[0]?.[0];
  const { sql, check, unsure } = drill;
  try {
    if (check !== null) {
      const figure = await one(check.sql);
      if (typeof figure !== "number" || !sameFigure(figure, check.figure))
        return { reason: "differs" };
    }
    const total = await one(`SELECT count(*) FROM (\n${withoutEnd(sql)}\n)`);
    return { sql: narrow(sql), total: Number(total), ...(unsure && { unsure }) };
  } catch (error) {
    if (error instanceof SqlRefused) return { reason: "refused" };
    throw error;
  }
}

/** Some rows of a drill, from `at` on. */
export const drillPage = (
  engine: Engine,
  sql: string,
  at: number,
  count: number,
  signal?: AbortSignal,
): Promise<ReadResult> =>
  runRead(engine, `SELECT * FROM (\n${withoutEnd(sql)}\n) OFFSET ${at}`, { limit: count, signal });
