import { emptyQuery, type BuiltQuery, type DatePart } from "#domain/analytics/builder/model.ts";
import { periodOf } from "#domain/analytics/overview/period.ts";
import { categoriesOf, mainDate, measuresOf } from "#domain/analytics/overview/roles.ts";
import type { ColumnProfile } from "#domain/analytics/profile.ts";
import { withProfile, type SuggestSource } from "./source.ts";
import type { Understood } from "./understand.ts";

const stepOf = (time: ColumnProfile): DatePart =>
  time.min === null ? "month" : periodOf(Number(time.min), Number(time.max));

/** Filters that a line over time needs: without rows that have no date. */
const filled = (query: BuiltQuery, time: ColumnProfile): BuiltQuery["filters"] =>
  query.filters.some(({ column }) => column.column === time.name)
    ? query.filters
    : [
        { type: "empty", column: { table: query.table, column: time.name }, empty: false },
        ...query.filters,
      ];

const RANKS = 10;

/** A query by each group that it lends itself to: over time, then by the smallest categories. */
function grouped(query: BuiltQuery, source: SuggestSource): BuiltQuery[] {
  const columns = source.columns.map(withProfile);
  const time = mainDate(columns);
  const taken = new Set(
    [...query.groups, ...query.filters.filter(({ type }) => type === "values")].map(
      ({ column }) => column.column,
    ),
  );
  const over: BuiltQuery[] =
    time === undefined || taken.has(time.name)
      ? []
      : [
          {
            ...query,
            filters: filled(query, time),
            groups: [{ column: { table: source.table, column: time.name }, part: stepOf(time) }],
          },
        ];
  const by = categoriesOf(columns)
    .filter(({ name }) => !taken.has(name))
    .slice(0, 3)
    .map(({ name }): BuiltQuery => ({
      ...query,
      groups: [{ column: { table: source.table, column: name }, part: null }],
    }));
  return [...over, ...by].map((one) => ({ ...one, sort: [], limit: null, having: [] }));
}

/** Questions to begin with, for a person who has not typed anything. */
export function starters(source: SuggestSource, countLabel: string): BuiltQuery[] {
  const columns = source.columns.map(withProfile);
  const [measure] = measuresOf(columns);
  const count: BuiltQuery = {
    ...emptyQuery(source.table),
    measures: [{ fn: "count", column: null, label: countLabel }],
  };
  const base: BuiltQuery =
    measure === undefined
      ? count
      : {
          ...count,
          measures: [
            {
              fn: "sum",
              column: { table: source.table, column: measure.name },
              label: measure.name,
            },
          ],
        };
  const own = (source.measures ?? []).slice(0, 2).flatMap(({ label, sql }) => {
    const formula = { table: source.table, sql };
    return grouped(
      { ...count, measures: [{ fn: "formula", column: null, formula, label }] },
      source,
    ).slice(0, 1);
  });
  const best = categoriesOf(columns).at(-1);
  // All of a few are the ten first of them.
  const top: BuiltQuery[] =
    best === undefined || (best.distinct ?? 0) <= RANKS
      ? []
      : [
          {
            ...base,
            groups: [{ column: { table: source.table, column: best.name }, part: null }],
            sort: [{ by: { type: "measure", at: 0 }, descending: true }],
            limit: RANKS,
          },
        ];
  return [
    ...own,
    ...grouped(base, source).slice(0, 3),
    ...top,
    ...grouped(count, source).slice(0, 1),
    count,
  ];
}

/** What a person may mean besides what was read: another amount, the same by a group, the same over time. */
export function variants({ query, source, otherMeasures }: Understood): BuiltQuery[] {
  const others = otherMeasures.slice(0, 2).map(({ name }): BuiltQuery => ({
    ...query,
    measures: query.measures.map((one) => ({
      ...one,
      column: { table: source.table, column: name },
      label: name,
    })),
  }));
  if (query.measures.length === 0) return others;
  return [...others, ...(query.groups.length === 0 ? grouped(query, source) : [])];
}
