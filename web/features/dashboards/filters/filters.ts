import { createMemo, createSignal } from "solid-js";
import { parameterCondition } from "#domain/dashboards/bind.ts";
import type { Condition, Value } from "#domain/dashboards/condition.ts";
import type { Parameter } from "#domain/dashboards/parameters.ts";
import { createKeptChosen } from "./kept-in-address.ts";

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

/** A widget that may be brushed soon, and what a brush over all of it would ask of the others' rows. */
export type Near = Pick<Selection, "widgetId" | "condition">;

/** The chosen values above a dashboard, kept in the address, and what was clicked on its widgets. Nothing of it is stored: each reader has their own. */
export function createFilters(parameters: () => readonly Parameter[], today: () => string) {
  const { chosen, choose, reset, differs } = createKeptChosen(parameters);
  const [selections, setSelections] = createSignal<readonly Selection[]>([]);
  const [near, setNear] = createSignal<Near>();
  const asked = createMemo(() =>
    parameters().flatMap((parameter) => {
      const condition = parameterCondition(parameter, chosen(), today());
      return condition ? [{ name: parameter.name, label: parameter.label, condition }] : [];
    }),
  );
  return {
    chosen,
    selections,
    choose,
    reset,
    differs,
    /** What a widget's selection is from now on; null takes it away. */
    select: (widgetId: string, selection: Selection | null) =>
      setSelections((all) => [
        ...all.filter((one) => one.widgetId !== widgetId),
        ...(selection ? [selection] : []),
      ]),
    clear: () => setSelections([]),
    near,
    /** Somebody's pointer or keys are where a brush may begin; null: there no more. */
    comeNear: (widgetId: string, condition: Condition | null): void => {
      if (condition) setNear({ widgetId, condition });
      else if (near()?.widgetId === widgetId) setNear(undefined);
    },
    selectionOf: (widgetId: string) => selections().find((one) => one.widgetId === widgetId),
    /** What narrows other widgets of this one, with its name: for saying what leaves it as it is. */
    namedFor: (widgetId: string, used: ReadonlySet<string>) => [
      ...asked().filter(({ name }) => !used.has(name)),
      ...selections().filter((one) => one.widgetId !== widgetId),
    ],
    /**
     * What a widget's rows must fulfil: parameters that its text does not hold itself, and what was clicked on others. With `soon` as if that
     * had been brushed already.
     */
    conditionsFor: (widgetId: string, used: ReadonlySet<string>, soon?: Near): Condition[] => {
      const others = selections().filter((one) => one.widgetId !== soon?.widgetId);
      const all: readonly Near[] = soon ? [...others, soon] : others;
      return [
        ...asked().flatMap(({ name, condition }) => (used.has(name) ? [] : [condition])),
        ...all.flatMap((one) => (one.widgetId === widgetId ? [] : [one.condition])),
      ];
    },
  };
}

export type Filters = ReturnType<typeof createFilters>;
