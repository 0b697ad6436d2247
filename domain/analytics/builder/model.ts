import { z } from "#domain/analytics/page-zod.ts";
import { ColumnKind } from "#domain/analytics/reading.ts";

const name = z.string().min(1);
/** A calendar day, YYYY-MM-DD. */
const Day = z.iso.date();

export const ColumnRef = z.strictObject({ table: name, column: name });
export type ColumnRef = z.infer<typeof ColumnRef>;

/** How an instant or a day becomes a group. `weekday` is 1 (Monday) to 7, `hour` 0 to 23. */
export const DATE_PARTS = ["day", "week", "month", "quarter", "year", "weekday", "hour"] as const;
export const DatePart = z.enum(DATE_PARTS);
export type DatePart = z.infer<typeof DatePart>;

/** Spans that follow the day on which a query is run. */
export const PRESETS = [
  "today",
  "last7",
  "last30",
  "last90",
  "thisMonth",
  "lastMonth",
  "thisQuarter",
  "lastQuarter",
  "thisYear",
  "lastYear",
] as const;
export const Preset = z.enum(PRESETS);
export type Preset = z.infer<typeof Preset>;

export const Comparison = z.enum(["=", "<>", "<", "<=", ">", ">="]);
export type Comparison = z.infer<typeof Comparison>;

/**
 * A column made of others of the same row, known by `table` and `name` like those that the table has. `sql` is an expression with plain
 * names of that table's columns and of what is computed before it; `kind` is what the engine said of it.
 */
export const ComputedColumn = z.strictObject({
  table: name,
  name: name.max(120),
  sql: z.string().min(1).max(2_000),
  kind: ColumnKind,
});
export type ComputedColumn = z.infer<typeof ComputedColumn>;

const column = ColumnRef;
export const Filter = z.discriminatedUnion("type", [
  /** One of some values, as text; null stands for empty. */
  z.strictObject({
    type: z.literal("values"),
    column,
    not: z.boolean(),
    values: z.array(z.string().nullable()).min(1).max(500),
  }),
  /** Without regard to case and accents. */
  z.strictObject({
    type: z.literal("text"),
    column,
    op: z.enum(["contains", "lacks", "starts"]),
    text: z.string().min(1),
  }),
  z.strictObject({ type: z.literal("number"), column, op: Comparison, value: z.number() }),
  /** Both ends belong to it; an end that is null is open. */
  z.strictObject({
    type: z.literal("range"),
    column,
    from: z.number().nullable(),
    to: z.number().nullable(),
  }),
  /** Days; both belong to it, an end that is null is open. */
  z.strictObject({
    type: z.literal("days"),
    column,
    from: Day.nullable(),
    to: Day.nullable(),
  }),
  z.strictObject({ type: z.literal("preset"), column, preset: Preset }),
  z.strictObject({ type: z.literal("flag"), column, value: z.boolean() }),
  z.strictObject({ type: z.literal("empty"), column, empty: z.boolean() }),
]);
export type Filter = z.infer<typeof Filter>;

export const Group = z.strictObject({ column, part: DatePart.nullable() });
export type Group = z.infer<typeof Group>;

/**
 * `distinct` counts different values, `share` is a percentage of the whole result's sum (of its rows, without a
 * column).
 */
export const MEASURE_KINDS = [
  "sum",
  "avg",
  "min",
  "max",
  "median",
  "count",
  "distinct",
  "share",
] as const;
export const Measure = z.strictObject({
  fn: z.enum([...MEASURE_KINDS, "formula"]),
  /** Null counts rows, and where a formula says it all. */
  column: ColumnRef.nullable(),
  /**
   * An expression over one table, with plain names of its columns. `name` is the measure of the semantic layer that it is a copy of; null
   * where it is the person's own, missing where nobody said.
   */
  formula: z
    .strictObject({
      table: name,
      sql: z.string().min(1).max(2_000),
      name: name.nullable().optional(),
    })
    .optional(),
  /** The column's name in the result. */
  label: name,
});
export type Measure = z.infer<typeof Measure>;

const at = z.int().min(0);
export const SortKey = z.strictObject({
  by: z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("group"), at }),
    z.strictObject({ type: z.literal("measure"), at }),
    z.strictObject({ type: z.literal("column"), column }),
  ]),
  descending: z.boolean(),
});
export type SortKey = z.infer<typeof SortKey>;

export const Join = z.strictObject({
  table: name,
  /** `left` keeps rows without a partner. */
  kind: z.enum(["left", "inner"]),
  /** A column of what stands before, and one of this table. */
  from: ColumnRef,
  to: name,
});
export type Join = z.infer<typeof Join>;

/** A question put together by hand: the same meaning as its SQL, in parts that a person can change one by one. */
export const BuiltQuery = z.strictObject({
  table: name,
  joins: z.array(Join).max(4),
  computed: z.array(ComputedColumn).max(8).optional(),
  filters: z.array(Filter).max(30),
  /** All filters hold, or any of them. */
  match: z.enum(["all", "any"]),
  groups: z.array(Group).max(6),
  measures: z.array(Measure).max(12),
  /** On measures by their place: all of them hold. */
  having: z.array(z.strictObject({ at, op: Comparison, value: z.number() })).max(6),
  sort: z.array(SortKey).max(4),
  limit: z.int().min(1).max(10_000).nullable(),
  /** The group whose values stand side by side when the answer is drawn; its rows are the same without. */
  pivot: z.strictObject({ at }).nullable(),
  /** Columns of single rows, for a query without groups and measures; none means all. */
  columns: z.array(ColumnRef),
});
export type BuiltQuery = z.infer<typeof BuiltQuery>;

/** All rows of a table. */
export const emptyQuery = (table: string): BuiltQuery => ({
  table,
  joins: [],
  filters: [],
  match: "all",
  groups: [],
  measures: [],
  having: [],
  sort: [],
  limit: null,
  pivot: null,
  columns: [],
});
