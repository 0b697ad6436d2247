import { createSignal, onCleanup } from "solid-js";
import type { DataSet } from "#domain/analytics/data-set.ts";
import { overviewPlan, type OverviewNames } from "#domain/analytics/overview/plan.ts";
import type { Library } from "#web/features/analytics/library.ts";
import { runOverview, type OverviewAnswer } from "./run-overview.ts";

/** The overview of one data set while it is computed and after. It starts when it is first looked at. */
export function createOverview(library: Library, dataSet: DataSet) {
  const [answers, setAnswers] = createSignal<OverviewAnswer[]>([]);
  const [planned, setPlanned] = createSignal(0);
  const [state, setState] = createSignal<"idle" | "running" | "done" | "stopped">("idle");
  const [error, setError] = createSignal<unknown>();
  const [ms, setMs] = createSignal(0);
  let current: AbortController | undefined;

  async function run(names: OverviewNames): Promise<void> {
    current?.abort();
    const own = new AbortController();
    current = own;
    const parts = overviewPlan(dataSet.table, dataSet.profiles, dataSet.rows, names);
    const started = performance.now();
    setAnswers([]);
    setPlanned(parts.length);
    setError(undefined);
    setState("running");
    try {
      await library.load(dataSet);
      await runOverview(library.keeper, parts, dataSet.profiles, {
        signal: own.signal,
        onAnswer: (answer) => {
          if (!own.signal.aborted) setAnswers((all) => [...all, answer]);
        },
      });
    } catch (failure) {
      if (!own.signal.aborted) setError(failure);
    }
    if (own.signal.aborted) return;
    setMs(performance.now() - started);
    setState("done");
  }

  onCleanup(() => current?.abort());
  return {
    answers,
    planned,
    state,
    error,
    ms,
    keeper: library.keeper,
    run,
    stop: () => {
      current?.abort();
      setState("stopped");
    },
  };
}

export type Overview = ReturnType<typeof createOverview>;
