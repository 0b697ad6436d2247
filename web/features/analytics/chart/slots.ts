import type { Plot } from "#domain/analytics/chart/plot.ts";

/** Colours of a palette. */
const MOST = 8;

/** Which colour the values of a column have had on this page, so that filters and other charts leave them theirs. */
const known = new Map<string, Map<string, number>>();
const found = new WeakMap<Plot, readonly number[]>();

/** The column whose values have a colour each, and those values; none where measures stand side by side. */
function coloured({ type, x, series, split }: Plot): { column: string; names: string[] } | null {
  if (type === "pie") return { column: x.name, names: x.values.map(String) };
  if (split === null) return null;
  return { column: split, names: series.map(({ name, key }) => String(key ?? name)) };
}

/** Gives each name the colour that it had, or the first that no other name has here or elsewhere on the page. */
function given(column: string, names: readonly string[]): number[] {
  const before = known.get(column) ?? new Map<string, number>();
  known.set(column, before);
  const taken = new Set<number>();
  const slots = names.map((name) => {
    const own = before.get(name);
    if (own === undefined || taken.has(own)) return undefined;
    taken.add(own);
    return own;
  });
  const all = Array.from({ length: MOST }, (_, at) => at);
  return slots.map((slot, at) => {
    if (slot !== undefined) return slot;
    const free = all.filter((one) => !taken.has(one));
    const others = new Set(before.values());
    const next = free.find((one) => !others.has(one)) ?? free[0] ?? at;
    taken.add(next);
    const name = names[at] ?? "";
    if (!before.has(name)) before.set(name, next);
    return next;
  });
}

/** The place in the palette of a series, or of a slice of a pie. */
export function slotOf(plot: Plot, at: number): number {
  const own = coloured(plot);
  if (own === null) return at;
  const slots = found.get(plot) ?? given(own.column, own.names);
  found.set(plot, slots);
  return slots[at] ?? at;
}
