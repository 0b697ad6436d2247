import { columnOf, type Table } from "#domain/dashboards/narrow.ts";
import type { Filters } from "./filters.ts";

/** The names of filters that leave a widget as it is, because no table that it reads (`read`) has their column. `used`: parameters in its text. */
export function untouchedBy(
  filters: Pick<Filters, "namedFor">,
  { id, used, read }: { id: string; used: ReadonlySet<string>; read: readonly Table[] },
): string[] {
  const labels = filters
    .namedFor(id, used)
    .filter(({ condition }) => !read.some((table) => columnOf(table, condition.column)))
    .map(({ label }) => label);
  return [...new Set(labels)];
}
