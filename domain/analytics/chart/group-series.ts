import type { PointValue as Cell } from "./point.ts";
import { numeric, total, type GroupName, type Series, type Table } from "./plot.ts";

export const MOST_SERIES = 8;

/** Keeps the largest series and adds up the rest under `other`. */
export function fewest(series: readonly Series[], most: number, other: string): Series[] {
  if (series.length <= most) return [...series];
  const ranked = series.toSorted((a, b) => total(b.values) - total(a.values));
  const [kept, rest] = [ranked.slice(0, most - 1), ranked.slice(most - 1)];
  const values = (kept[0]?.values ?? []).map((_, at) => {
    const there = rest.map((one) => one.values[at] ?? null).filter((one) => one !== null);
    return there.length === 0 ? null : total(there);
  });
  return [...kept, { name: other, values, except: kept.map(({ key }) => key ?? null) }];
}

/** Rows of (x, group, value) as one series a group, the largest first. Rows of the same place are added up. */
export function groupSeries(
  { rows }: Table,
  [x, group, value]: readonly [number, number, number],
  nameOf: GroupName,
): { xs: Cell[]; series: Series[] } {
  const xs = [...new Set(rows.map((row) => row[x] ?? null))];
  const places = new Map(xs.map((one, at) => [one, at]));
  const groups = new Map<Cell, Series>();
  for (const row of rows) {
    const key = row[group] ?? null;
    let series = groups.get(key);
    if (series === undefined) {
      series = { name: nameOf(key), key, values: xs.map(() => null) };
      groups.set(key, series);
    }
    const figure = numeric(row[value]);
    if (figure === null) continue;
    const at = places.get(row[x] ?? null) ?? 0;
    series.values[at] = (series.values[at] ?? 0) + figure;
  }
  return {
    xs,
    series: [...groups.values()].toSorted((a, b) => total(b.values) - total(a.values)),
  };
}
