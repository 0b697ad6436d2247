import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import type { Measure } from "#domain/semantic/model.ts";
import type { SemanticProblem } from "#domain/semantic/problems.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import { rowsOverNothing, type TableShape } from "#web/features/analytics/engine/texts-that-fit.ts";

type Formula = Pick<Measure, "sql" | "source">;

/** A formula that gives a value for each row; `instead` is one that adds them up. */
export class NotAggregate extends Error {
  constructor(readonly instead: string) {
    super(instead);
  }
}

/** What may bring the values of a formula together, best first. */
const BY = ["sum", "count"] as const;

/** What tells the engine's mind of a formula, over no row: `alone` answers one row when it is an aggregate and none otherwise. */
export function formulaQuestions({ sql, source }: Formula) {
  const from = `FROM ${quoteIdentifier(source)} WHERE FALSE`;
  return {
    alone: `SELECT (${sql}\n) AS figure ${from}`,
    /** Each is refused where its function does not take the formula. */
    brought: BY.map((fn) => `SELECT ${fn}((${sql}\n)) AS figure ${from}`),
  };
}

/** What to write in the place of a formula that gives a value for each row; `taken` says of each that brings it together whether it can. */
export function aggregateOf(sql: string, taken: readonly boolean[]): string {
  const inner = sql.trim();
  const fn = BY.find((_, at) => taken[at]);
  const short = inner.length <= 60 && !/--|\/\*|\n/.test(inner);
  return fn === undefined || !short ? `${fn ?? "sum"}(…)` : `${fn}(${inner})`;
}

/** The measures that give a value for each row, as the engine says over tables of these columns. What it refuses is not judged here. */
export async function notAggregates(
  engine: Engine,
  tables: readonly TableShape[],
  measures: readonly Formula[],
): Promise<SemanticProblem[]> {
  const texts = measures.flatMap((measure) => {
    const { alone, brought } = formulaQuestions(measure);
    return [alone, ...brought];
  });
  const rows = await rowsOverNothing(engine, tables, texts);
  return measures.flatMap(({ sql }, at): SemanticProblem[] => {
    const [alone, ...brought] = rows.slice(at * (BY.length + 1), (at + 1) * (BY.length + 1));
    if (alone !== 0) return [];
    const instead = aggregateOf(
      sql,
      brought.map((one) => one === 1),
    );
    return [{ path: ["measures", at, "sql"], reason: "aggregate", options: [instead] }];
  });
}
