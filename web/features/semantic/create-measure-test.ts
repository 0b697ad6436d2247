import { createEffect, createSignal, on, type Accessor } from "solid-js";
import { runRead, SqlRefused } from "#web/features/analytics/engine/read.ts";
import type { Cell } from "#web/features/analytics/engine/values.ts";
import { refusalText } from "#web/features/analytics/query/refusal-text.ts";
import { SourceAbsent } from "#web/features/sources/source-state.ts";
import type { Sources } from "#web/features/sources/use-sources.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { filtersOf, measureQuestion, textOf } from "./measure-question.ts";
import type { Entry } from "./model-draft.ts";
import { aggregateOf, formulaQuestions, NotAggregate } from "./not-aggregate.ts";

async function figureOf(
  sources: Sources,
  entry: Entry,
  filters: readonly Entry[],
  missing: (table: string) => string,
): Promise<Cell> {
  const table = textOf(entry["source"]);
  const source = sources.all().find((one) => one.table === table);
  if (source === undefined) throw new Error(missing(table));
  await sources.load(source);
  const sql = textOf(entry["sql"]);
  const { alone, brought } = formulaQuestions({ sql, source: table });
  return sources.keeper().use(async (engine) => {
    const answer = await runRead(engine, measureQuestion(entry, filters), { limit: 2 });
    if ((await runRead(engine, alone, { limit: 1 })).rows.length > 0)
      return answer.rows[0]?.[0] ?? null;
    const taken: boolean[] = [];
    for (const text of brought)
      taken.push(
        await runRead(engine, text, { limit: 1 }).then(
          () => true,
          () => false,
        ),
      );
    throw new NotAggregate(aggregateOf(sql, taken));
  });
}

/** The test of one measure: what it gave on its source, or why it gave nothing. */
export interface MeasureTest {
  /** True when it gave a figure. */
  run(): Promise<boolean>;
  pending: Accessor<boolean>;
  /** The figure in the measure's format; undefined while nobody asked or there is none. */
  figure: Accessor<string | undefined>;
  /** The default filters that it holds to, by their labels. */
  filters: Accessor<readonly string[]>;
  reason: Accessor<string | undefined>;
}

/** Tests a measure of the draft in the engine. What it said is forgotten when the measure or a filter of its table is written otherwise. */
export function createMeasureTest(
  entry: Accessor<Entry>,
  filters: Accessor<readonly Entry[]>,
  sources: Sources,
): MeasureTest {
  const t = useTexts();
  const f = useFormat();
  const say = useProblemText();
  const [figure, setFigure] = createSignal<{ value: Cell }>();
  const submit = createSubmit(async () => {
    setFigure(undefined);
    setFigure({ value: await figureOf(sources, entry(), filters(), t().semantic.noTable) });
  });
  // A figure of what was written before would be taken for one of what is written now.
  createEffect(
    on(
      () => measureQuestion(entry(), filters()),
      () => {
        setFigure(undefined);
        submit.clear();
      },
      { defer: true },
    ),
  );
  const shown = (value: Cell): string => {
    if (typeof value !== "number") return typeof value === "string" ? value : String(value ?? "–");
    const format = entry()["format"];
    if (format === "currency") return f().money(Math.round(value * 100), "EUR");
    if (format === "percent") return f().percent(value * 10_000);
    return f().number(value);
  };
  const reason = (problem: unknown): string => {
    if (problem instanceof SqlRefused) {
      const table = textOf(entry()["source"]);
      const columns = sources.all().find((one) => one.table === table)?.columns ?? [];
      return refusalText(problem.refusal, {
        sql: measureQuestion(entry(), filters()),
        known: { table, columns: columns.map(({ name }) => name) },
        t: t().analytics.query.advice,
        f: f(),
      });
    }
    if (problem instanceof NotAggregate)
      return `${t().semantic.reasons.aggregate} ${problem.instead}`;
    if (problem instanceof SourceAbsent) return t().workspaces.sources.absent;
    return problem instanceof Error && problem.constructor === Error
      ? problem.message
      : say(problem);
  };
  return {
    run: () => submit.run(),
    pending: submit.pending,
    figure: () => {
      const found = figure();
      return found && shown(found.value);
    },
    filters: () =>
      filtersOf(entry(), filters()).map(
        (filter) => textOf(filter["label"]).trim() || textOf(filter["sql"]),
      ),
    reason: () => (submit.problem() ? reason(submit.problem()) : undefined),
  };
}
