import type { Condition } from "./condition.ts";

/** The span of a column that all of these conditions leave, in epoch ms of days (UTC): `below` is past it, null is open. Undefined without any. */
export function spanOf(
  conditions: readonly Condition[],
  column: string,
): { from: number | null; below: number | null } | undefined {
  let found: { from: number | null; below: number | null } | undefined;
  for (const one of conditions) {
    if (one.column.toLowerCase() !== column.toLowerCase() || !("below" in one)) continue;
    const { from, below } = found ?? { from: null, below: null };
    found = {
      from: one.from === null ? from : Math.max(from ?? one.from, one.from),
      below: one.below === null ? below : Math.min(below ?? one.below, one.below),
    };
  }
  return found;
}
