import { createMemo, createSignal } from "solid-js";
import { parameterCondition, type Chosen } from "#domain/dashboards/bind.ts";
import type { Condition, Value } from "#domain/dashboards/condition.ts";
import type { Parameter, PeriodValue } from "#domain/dashboards/parameters.ts";

/** What was clicked or brushed on one widget: it narrows all the others. */
export interface Selection {
  widgetId: string;
  /** The column of the widget's result, and what was chosen of it, in words. */
  label: string;
  value: string;
  condition: Condition;
  /** The marks that stay strong. */
  picks: { values: readonly Value[] } | { from: number; to: number };
}

/** The chosen values above a dashboard, and what was clicked on its widgets. Nothing of it is stored: each reader has their own. */
export function createFilters(parameters: () => readonly Parameter[], today: () => string) {
  const [chosen, setChosen] = createSignal<Chosen>({});
  const [selections, setSelections] = createSignal<readonly Selection[]>([]);
  const asked = createMemo(() =>
    parameters().flatMap((parameter) => {
      const condition = parameterCondition(parameter, chosen(), today());
      return condition ? [{ name: parameter.name, condition }] : [];
    }),
  );
  return {
    chosen,
    selections,
    choose: (name: string, value: PeriodValue | readonly string[] | string) =>
      setChosen((all) => ({ ...all, [name]: value })),
    /** What a widget's selection is from now on; null takes it away. */
    select: (widgetId: string, selection: Selection | null) =>
      setSelections((all) => [
        ...all.filter((one) => one.widgetId !== widgetId),
        ...(selection ? [selection] : []),
      ]),
    clear: () => setSelections([]),
    selectionOf: (widgetId: string) => selections().find((one) => one.widgetId === widgetId),
    /** What a widget's rows must fulfil: parameters that its text does not hold itself, and what was clicked on others. */
    conditionsFor: (widgetId: string, used: ReadonlySet<string>): Condition[] => [
      ...asked().flatMap(({ name, condition }) => (used.has(name) ? [] : [condition])),
      ...selections().flatMap((one) => (one.widgetId === widgetId ? [] : [one.condition])),
    ],
  };
}

export type Filters = ReturnType<typeof createFilters>;
