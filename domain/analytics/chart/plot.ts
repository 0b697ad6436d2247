import type { Look } from "./look.ts";
import type { Step } from "#domain/analytics/time-step.ts";
import type { ColumnKind } from "#domain/analytics/reading.ts";
import type { PointValue as Cell } from "./point.ts";

/** A result as charts take it. */
export interface Table {
  columns: readonly { name: string; kind: ColumnKind }[];
  rows: readonly (readonly Cell[])[];
  /** Whether there are rows that are not here. */
  more?: boolean;
  /** Whether the question's own limit left rows out, or may have. */
  limited?: boolean;
}

export interface Series {
  name: string;
  /** One value per x, null where there is none. */
  values: (number | null)[];
  /** The group it stands for, when a column splits the figures. */
  key?: Cell;
  /** Of « Autres »: the groups that are shown by themselves. */
  except?: readonly Cell[];
}

/** What is drawn, free of any library: x values (epoch ms for times), one or more series over them. A grid of heat has a series per line. */
export interface Plot {
  type: "line" | "area" | "bar" | "pie" | "scatter" | "heat" | "histogram" | "box";
  x: { name: string; kind: ColumnKind; values: Cell[] };
  series: Series[];
  /** Where the last category adds up what is not shown: the categories that are. */
  rest?: readonly Cell[];
  /** Whether the result has rows that are not drawn. */
  partial?: boolean;
  /** Name of the measure. */
  measure: string;
  /** The column that splits the figures into series. */
  split: string | null;
  /** Ends of each bar of a histogram. */
  bins?: readonly { from: number; to: number }[];
  stack: "none" | "sum" | "share";
  direction: "across" | "up";
  look: Look;
  /** Over time: whether what is missing is left open. */
  gaps?: boolean;
  /** The place whose span of time is not over yet. */
  open?: { at: number; step: Step };
}

/** Words that the data do not have. */
export interface PlotWords {
  other: string;
  count: string;
  /** Names of the five figures of a box. */
  box: { low: string; q1: string; median: string; q3: string; high: string };
}

/** How a yes or a no, or nothing, is called as a group. */
export type GroupName = (cell: Cell) => string;

export const numeric = (cell: Cell | undefined): number | null =>
  typeof cell === "number" ? cell : null;

export const total = (values: readonly (number | null)[]): number =>
  values.reduce<number>((all, one) => all + (one ?? 0), 0);
