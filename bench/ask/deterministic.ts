import { firstChart } from "#domain/analytics/chart/rules.ts";
import { shapeOf } from "#domain/analytics/chart/shape.ts";
import { stemsOf } from "#domain/analytics/suggest/fold.ts";
import { linkColumns } from "#domain/analytics/suggest/link.ts";
import { linkValues } from "#domain/analytics/suggest/values.ts";
import type { SuggestSource } from "#domain/analytics/suggest/source.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import { runRead } from "#web/features/analytics/engine/read.ts";
import { preparedSuggestions } from "#web/features/analytics/suggest/prepared.ts";
import { searchValues } from "#web/features/analytics/suggest/search-values.ts";
import { type Question, TODAY } from "./question.ts";
import { sameResult } from "./same-result.ts";
import type { AskTable } from "./tables.ts";

const MOST_ROWS = 5000;
/** As many questions as the page offers. */
const OFFERED = 6;

/** Of how many, how many were right. */
export interface Share {
  right: number;
  of: number;
}

/** What the parts that need no model make of one question. */
export interface Judged {
  /** Columns that the question speaks of, found by its words or by values in it. */
  columns: Share;
  /** Values of the data that the question means, found by searching for its words. */
  values: Share;
  /** Whether the rules choose the chart that shows the right answer best; null where the question names none. */
  chart: boolean | null;
  /** Whether the first question that is offered has the right answer, and whether any has. */
  first: boolean;
  offered: boolean;
  /** For questions that the data can't answer: nothing was offered as if every word had been understood. */
  abstained: boolean | null;
}

const share = (wanted: readonly string[] = [], held: (one: string) => boolean): Share => ({
  right: wanted.filter(held).length,
  of: wanted.length,
});

/** Judges linking, value search, choice of chart and offered questions by one question of a set. */
export async function judge(
  engine: Engine,
  question: Question,
  tables: readonly AskTable[],
): Promise<Judged> {
  const sources: SuggestSource[] = tables.map(({ table, file, profiles }) => ({
    table,
    title: file,
    columns: profiles,
  }));
  const found = await searchValues(engine, sources, question.ask);
  const words = stemsOf(question.ask);
  const linked = new Set(
    tables.flatMap(({ table, profiles }, at) => {
      const named = linkColumns(words, profiles, false).flatMap(({ column, others }) => [
        column,
        ...others,
      ]);
      const source = sources[at];
      const meant = source ? linkValues(words, source, profiles, found) : [];
      const names = [...named, ...meant.map(({ column }) => column)].map(({ name }) => name);
      return names.map((name) => (tables.length > 1 ? `${table}.${name}` : name));
    }),
  );
  const suggestions = await preparedSuggestions(engine, question.ask, sources, question.language, {
    today: TODAY,
    limit: OFFERED,
  });
  const right = question.sql && (await runRead(engine, question.sql, { limit: MOST_ROWS }));
  const same: boolean[] = [];
  for (const { sql } of right ? suggestions : []) {
    const given = await runRead(engine, sql, { limit: MOST_ROWS });
    same.push(!!right && sameResult(right, given, question.ordered));
  }
  const chart = right && (firstChart(shapeOf(right)).spec?.type ?? "table");
  return {
    columns: share(question.links, (one) => linked.has(one)),
    values: share(question.values, (one) => found.some(({ value }) => value === one)),
    chart: question.chart === undefined ? null : chart === question.chart,
    first: same[0] ?? false,
    offered: same.includes(true),
    abstained: question.sql === null ? !suggestions.some(({ complete }) => complete) : null,
  };
}
