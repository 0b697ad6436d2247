import IconTest from "~icons/lucide/play";
import { createEffect, createSignal, on, Show } from "solid-js";
import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import { runRead, SqlRefused } from "#web/features/analytics/engine/read.ts";
import type { Cell } from "#web/features/analytics/engine/values.ts";
import { refusalText } from "#web/features/analytics/query/refusal-text.ts";
import { SourceAbsent } from "#web/features/sources/source-state.ts";
import type { Sources } from "#web/features/sources/use-sources.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import type { Entry } from "./model-draft.ts";

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** What is asked of the engine for a measure: its figure over all rows of its table. */
const questionOf = (entry: Entry): string =>
  `SELECT (${textOf(entry["sql"])}\n) AS figure FROM ${quoteIdentifier(textOf(entry["source"]))}`;

async function figureOf(
  sources: Sources,
  entry: Entry,
  missing: (table: string) => string,
): Promise<Cell> {
  const table = textOf(entry["source"]);
  const source = sources.all().find((one) => one.table === table);
  if (source === undefined) throw new Error(missing(table));
  await sources.load(source);
  const read = (engine: Engine) => runRead(engine, questionOf(entry), { limit: 2 });
  const answer = await sources.keeper().use(read);
  return answer.rows[0]?.[0] ?? null;
}

/** Runs a measure on its source: the figure, or why there is none. */
export function MeasureTest(props: { entry: Entry; sources: Sources }) {
  const t = useTexts();
  const f = useFormat();
  const say = useProblemText();
  const words = () => t().semantic;
  const [figure, setFigure] = createSignal<{ value: Cell }>();
  const submit = createSubmit(async () => {
    setFigure(undefined);
    setFigure({ value: await figureOf(props.sources, props.entry, words().noTable) });
  });
  // A figure of what was written before would be taken for one of what is written now.
  createEffect(
    on(
      () => [props.entry["sql"], props.entry["source"]],
      () => {
        setFigure(undefined);
        submit.clear();
      },
      { defer: true },
    ),
  );
  const shown = () => {
    const value = figure()?.value;
    if (typeof value !== "number") return typeof value === "string" ? value : String(value ?? "–");
    const format = props.entry["format"];
    if (format === "currency") return f().money(Math.round(value * 100), "EUR");
    if (format === "percent") return f().percent(value * 10_000);
    return f().number(value);
  };
  const reason = () => {
    const problem = submit.problem();
    if (problem instanceof SqlRefused) {
      const table = textOf(props.entry["source"]);
      const source = props.sources.all().find((one) => one.table === table);
      const columns = source?.columns.map(({ name }) => name) ?? [];
      return refusalText(problem.refusal, {
        sql: questionOf(props.entry),
        known: { table, columns },
        t: t().analytics.query.advice,
        f: f(),
      });
    }
    if (problem instanceof SourceAbsent) return t().workspaces.sources.absent;
    return problem instanceof Error && problem.constructor === Error
      ? problem.message
      : say(problem);
  };
  return (
    <div class="flex flex-wrap items-center gap-3">
      <Button
        size="sm"
        icon={IconTest}
        loading={submit.pending()}
        onClick={() => void submit.run()}
      >
        {words().test}
      </Button>
      <output class="min-w-0 flex-1" aria-live="polite">
        <Show when={figure()}>
          <span class="num font-semibold">{shown()}</span>
        </Show>
        <Show when={submit.problem()}>
          <span class="text-small break-words text-bad">{reason()}</span>
        </Show>
      </output>
    </div>
  );
}
