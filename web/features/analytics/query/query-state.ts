import { batch, createSignal, onCleanup } from "solid-js";
import { chooseChart } from "#domain/analytics/chart/rules.ts";
import { shapeOf } from "#domain/analytics/chart/shape.ts";
import type { EngineKeeper } from "#web/features/analytics/engine/keeper.ts";
import { runRead } from "#web/features/analytics/engine/read.ts";
import type { Answer } from "./answer.ts";

/** Rows that the page holds of one result; the export and the grid say when there are more. */
const MOST_ROWS = 10_000;

/** A query that failed, with its text. */
export interface Failure {
  sql: string;
  error: unknown;
}

/** Runs the person's SQL, one at a time: a new run or `stop` cancels the one before. */
export function createQuery({ keeper }: { keeper: EngineKeeper }, onRan: (sql: string) => void) {
  const [answer, setAnswer] = createSignal<Answer>();
  const [asked, setAsked] = createSignal<string>();
  const [error, setError] = createSignal<Failure>();
  const [running, setRunning] = createSignal(false);
  const [stopped, setStopped] = createSignal(false);
  let current: AbortController | undefined;

  async function run(sql: string): Promise<void> {
    current?.abort();
    const own = new AbortController();
    current = own;
    batch(() => {
      setAsked(sql);
      setRunning(true);
      setStopped(false);
      setError(undefined);
    });
    try {
      const result = await keeper.use((engine) =>
        runRead(engine, sql, { limit: MOST_ROWS, signal: own.signal }),
      );
      if (own.signal.aborted) return;
      batch(() => {
        setAnswer({ ...result, sql, chart: chooseChart(shapeOf(result)) });
        setRunning(false);
      });
      onRan(sql);
    } catch (thrown) {
      if (own.signal.aborted) return;
      batch(() => {
        setError({ sql, error: thrown });
        setRunning(false);
      });
    } finally {
      if (current === own) setRunning(false);
    }
  }

  onCleanup(() => current?.abort());
  return {
    answer,
    /** Whether the answer is that of a question before: the last one failed, or was stopped. */
    outlived: () =>
      !running() && answer() !== undefined && (error() !== undefined || answer()?.sql !== asked()),
    error,
    running,
    stopped,
    keeper,
    run,
    stop: () => {
      current?.abort();
      current = undefined;
      setRunning(false);
      setStopped(true);
    },
  };
}

export type Query = ReturnType<typeof createQuery>;
