import { tableName } from "#domain/analytics/sql/quote.ts";
import type { Parameter } from "#domain/dashboards/parameters.ts";
import { same } from "./merge.ts";

type List = readonly Parameter[];

/** A filter that two people changed otherwise: undefined where it was taken off. */
interface FilterClash {
  name: string;
  mine: Parameter | undefined;
  theirs: Parameter | undefined;
}

const of = (list: List, name: string) => list.find((one) => one.name === name);

/** A name for SQL out of what a filter is called, other than those taken. */
export const filterName = (label: string, taken: readonly string[]): string =>
  tableName(label.slice(0, 24), taken);

/**
 * Puts together, filter by filter, what one person made of `base` and what stands there now. Two new ones of the same name both stay, mine
 * under another name. Where `clashes` has one, `merged` holds theirs.
 */
export function mergeFilters(
  base: List,
  mine: List,
  theirs: List,
): { merged: Parameter[]; clashes: FilterClash[] } {
  const clashes: FilterClash[] = [];
  const merged: Parameter[] = [];
  for (const their of theirs) {
    const [before, my] = [of(base, their.name), of(mine, their.name)];
    if (!before || same(before, my) || same(my, their)) merged.push(their);
    else if (!same(before, their)) {
      merged.push(their);
      clashes.push({ name: their.name, mine: my, theirs: their });
    } else if (my) merged.push(my);
  }
  for (const my of mine) {
    const [before, their] = [of(base, my.name), of(theirs, my.name)];
    if (before && !their && !same(before, my)) {
      clashes.push({ name: my.name, mine: my, theirs: undefined });
    }
    if (before || same(my, their)) continue;
    const taken = merged.map(({ name }) => name);
    merged.push(their ? { ...my, name: filterName(my.label, taken) } : my);
  }
  return { merged, clashes };
}
