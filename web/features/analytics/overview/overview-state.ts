import { createSignal, onCleanup } from "solid-js";
import { overviewPlan, type OverviewNames } from "#domain/analytics/overview/plan.ts";
import type { ColumnProfile } from "#domain/analytics/profile.ts";
import type { EngineKeeper } from "#web/features/analytics/engine/keeper.ts";
import type { PinPlace } from "#web/features/dashboards/pin/pin-widget.ts";
import { runOverview, type OverviewAnswer } from "./run-overview.ts";

/** What an overview is of: a table that can be read, and where its answers can be pinned. */
export interface OverviewOf {
  /** Name in SQL. */
  table: string;
  /** Name that people know it by. */
  title: string;
  profiles: readonly ColumnProfile[];
  rows: number;
  keeper: EngineKeeper;
  place: PinPlace;
  /** Makes the table exist in the engine. */
  load(): Promise<void>;
}

/** The overview of one table while it is computed and after. It starts when it is first looked at. */
export function createOverview(of: OverviewOf) {
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
    const parts = overviewPlan(of.table, of.profiles, of.rows, names);
    const started = performance.now();
    setAnswers([]);
    setPlanned(parts.length);
    setError(undefined);
    setState("running");
    try {
      await of.load();
      await runOverview(of.keeper, parts, of.profiles, {
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
    of,
    run,
    stop: () => {
      current?.abort();
      setState("stopped");
    },
  };
}

export type Overview = ReturnType<typeof createOverview>;
