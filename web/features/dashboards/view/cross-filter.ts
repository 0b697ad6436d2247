import type { ChartPoint, ChartRange, PointCondition } from "#domain/analytics/chart/point.ts";
import type { ColumnKind } from "#domain/analytics/reading.ts";
import { isTime } from "#domain/analytics/profile.ts";
import type { Condition, Value } from "#domain/dashboards/condition.ts";
import { dimensionOf, picked, type Dimension } from "#domain/dashboards/dimension.ts";
import type { Table } from "#domain/dashboards/narrow.ts";

/** What a widget's marks filter the others by: its question, the tables behind it, and the kinds of its columns. */
export interface Origin {
  sql: string;
  tables: readonly Table[];
  kindOf: (column: string) => ColumnKind;
}

/** What is chosen of one column of a result, and what rows of the tables must fulfil for it. */
export interface Choice {
  column: string;
  picks: { values: readonly Value[] } | { from: number; to: number };
  condition: Condition;
}

/** What is chosen after a press on a mark: it alone, nothing when it was alone, and with `more` it beside the others. */
function toggled(known: readonly Value[], key: Value, more: boolean): readonly Value[] {
  const on = known.includes(key);
  if (more) return on ? known.filter((one) => one !== key) : [...known, key];
  return on && known.length === 1 ? [] : [key];
}

const within = (picks: Choice["picks"] | undefined, at: number): boolean =>
  picks !== undefined && "from" in picks && at >= picks.from && at <= picks.to;

/** The first number above another that a double tells apart: a span that takes both its ends leaves out only this. */
const above = (value: number): number => value + Math.max(Math.abs(value) * 2 ** -52, 1e-300);

/** A span of a column, both ends taken: months and the like to their end, days whole, instants and numbers to their last one. */
function span(by: Dimension, kind: ColumnKind, from: number, to: number): Condition {
  if (by.step !== null) return picked(by, { from, to });
  if (kind === "date") return picked({ ...by, step: "day" }, { from, to });
  const below = kind === "number" ? above(to) : to + 1;
  return { column: by.column, from, below };
}

/** The span along an axis that the marks of a widget filter by; null where its column is none of a table. */
export function spanChoice({ sql, tables, kindOf }: Origin, range: ChartRange): Choice | null {
  const { column, from, to } = range;
  const by = dimensionOf(sql, column, tables);
  if (by === null) return null;
  return { column, picks: { from, to }, condition: span(by, kindOf(column), from, to) };
}

/**
 * What is chosen once a mark was pressed: by the first of its columns that comes from one of a table. Undefined where no column does, null
 * where the press takes back what was chosen. A place on a time axis (`along`) is a span of its own.
 */
export function pointChoice(
  origin: Origin,
  point: Pick<ChartPoint, "conditions">,
  now: { picks: Choice["picks"]; column: string } | undefined,
  { more, along }: { more: boolean; along: boolean },
): Choice | null | undefined {
  for (const one of point.conditions) {
    const by = dimensionOf(origin.sql, one.column, origin.tables);
    if (by === null || "except" in one) continue;
    const known = now?.column === one.column ? now.picks : undefined;
    if ("from" in one) return binChoice(by, one, known);
    const { column, value } = one;
    const kind = origin.kindOf(column);
    if (along && typeof value === "number" && isTime(kind))
      return within(known, value) ? null : spanChoice(origin, { column, from: value, to: value });
    const before = known && "values" in known ? known.values : [];
    // Several months are several spans, which one condition can't say.
    const values = toggled(before, value, more && by.step === null);
    if (values.length === 0) return null;
    return { column, picks: { values }, condition: picked(by, { values }) };
  }
  return undefined;
}

function binChoice(
  by: Dimension,
  { column, from, to, last }: Extract<PointCondition, { from: number }>,
  known: Choice["picks"] | undefined,
): Choice | null {
  if (known && "from" in known && known.from === from && known.to === to) return null;
  const below = last ? above(to) : to;
  return { column, picks: { from, to }, condition: { column: by.column, from, below } };
}
