import { createEffect, createMemo, createSignal, on, onCleanup, untrack } from "solid-js";
import { checkQuery } from "#domain/analytics/builder/check.ts";
import { compileQuery } from "#domain/analytics/builder/compile.ts";
import { changed, newHistory, redone, undone } from "#domain/analytics/builder/history.ts";
import type { JoinKey } from "#domain/analytics/builder/join-keys.ts";
import { emptyQuery, type BuiltQuery, type ColumnRef } from "#domain/analytics/builder/model.ts";
import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import type { JoinFigures } from "#domain/analytics/joins/measure.ts";
import type { JoinCandidate } from "#domain/analytics/joins/suggest-joins.ts";
import type { Measure as ModelMeasure } from "#domain/semantic/model.ts";
import type { ChartSpec } from "#domain/analytics/chart/spec.ts";
import type { EngineKeeper } from "#web/features/analytics/engine/keeper.ts";
import { createQuery } from "#web/features/analytics/query/query-state.ts";
import { today } from "#web/lib/today.ts";
import { builtChart } from "./built-chart.ts";
import { columnsOf, type BuildTable, type ModelPart } from "./build-table.ts";

/** What a person put together: the question, and the chart where they chose one (null is the plain table). */
export interface BuildDoc {
  query: BuiltQuery;
  chart?: ChartSpec | null | undefined;
}

/** What stands around a question: its tables, the ways between them, the firm's measures, and the engine. */
interface BuildAround {
  tables: () => readonly BuildTable[];
  /** Those that the firm said. */
  joinKeys: () => readonly JoinKey[];
  /** Those that look likely by name, and what the rows say of one. */
  candidates: () => readonly JoinCandidate[];
  measure: (candidate: JoinCandidate) => Promise<JoinFigures>;
  formulas: () => readonly ModelPart[];
  /** The same as the model has them, which a question may hold an older copy of. */
  modelMeasures: () => readonly ModelMeasure[];
  dimensions: () => readonly ModelPart[];
  keeper: EngineKeeper;
  /** Told of each change, undone ones too. */
  onChange: (doc: BuildDoc) => void;
}

/** Changes follow each other within this time, in milliseconds: the engine is asked after the last of them. */
const PAUSE = 250;

/** A question that is put together step by step, each one answered as it is taken. */
export function createBuild(around: BuildAround, first: BuildDoc) {
  const [history, setHistory] = createSignal(newHistory(first));
  const doc = () => history().now;
  const query = () => doc().query;
  const move = (next: ReturnType<typeof history>): void => {
    if (next === history()) return;
    setHistory(next);
    around.onChange(next.now);
  };
  const put = (next: BuildDoc, about?: string): void =>
    move(changed(history(), next, Date.now(), about));
  const problems = createMemo(() => checkQuery(query(), around.tables()));
  const sql = createMemo(() =>
    problems().length > 0 ? undefined : compileQuery(query(), around.tables(), today()),
  );
  const result = createQuery(around, () => undefined);
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  createEffect(
    on(sql, (text) => {
      clearTimeout(timer);
      if (text === undefined) return;
      const wait = untrack(result.answer) === undefined ? 0 : PAUSE;
      timer = setTimeout(() => void result.run(text), wait);
    }),
  );
  const answer = createMemo(() => {
    // Below its title stands no answer of the question before: that one failed, was stopped, or speaks of what is gone.
    const own = problems().length === 0 && !result.outlived();
    const found = own ? result.answer() : undefined;
    return found && { ...found, chart: builtChart(doc(), found) };
  });
  const columns = createMemo(() => columnsOf(query(), around.tables()));
  const fromOf = (ref: ColumnRef): string => {
    const { table, joins, computed = [] } = query();
    if (!computed.some((one) => one.table === ref.table && one.name === ref.column))
      return quoteIdentifier(ref.table);
    const alone = { ...emptyQuery(table), joins, computed, columns: [ref] };
    return `(${compileQuery(alone, around.tables(), today())})`;
  };
  return {
    ...around,
    doc,
    query,
    problems,
    sql,
    result,
    answer,
    columns,
    /** Where a column can be read by its name, in SQL. */
    fromOf,
    /** Changes with the same `about` that follow each other closely are one step for "undo". */
    change: (next: BuiltQuery, about?: string) => put({ ...doc(), query: next }, about),
    patch: (part: Partial<BuiltQuery>, about?: string) =>
      put({ ...doc(), query: { ...query(), ...part } }, about),
    /** Puts another question in its place; the chart is chosen anew. */
    replace: (next: BuildDoc) => put(next),
    chart: (chart: ChartSpec | null) => put({ ...doc(), chart }, "chart"),
    undo: () => move(undone(history())),
    redo: () => move(redone(history())),
    canUndo: () => history().past.length > 0,
    canRedo: () => history().future.length > 0,
  };
}

export type Build = ReturnType<typeof createBuild>;
