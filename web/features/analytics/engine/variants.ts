import type { ColumnProfile } from "#domain/analytics/profile.ts";
import { variantsQuery } from "#domain/analytics/steps/merge.ts";
import type { Engine } from "./engine.ts";

/** A text in its spellings as they stand in cells, the most frequent one first, each with its count; `into` would stand for all. */
export interface Spelled {
  into: string;
  from: readonly { text: string; count: number }[];
}

/** A column some of whose texts are spelled in several ways, those with the most cells first. */
export interface Variants {
  column: string;
  spelled: readonly Spelled[];
}

/** Columns with more different texts hold names of their own each, and are not worth the time. */
const MOST_TEXTS = 20_000;
/** Spellings that are read of a column. */
const MOST_SPELLINGS = 200;

/** Finds texts that differ in case, accents or blanks alone. An abort stops between columns. */
export async function findVariants(
  engine: Engine,
  table: string,
  columns: readonly Pick<ColumnProfile, "name" | "kind" | "distinct">[],
  signal?: AbortSignal,
): Promise<Variants[]> {
  const found: Variants[] = [];
  for (const { name, kind, distinct } of columns) {
    signal?.throwIfAborted();
    if (kind !== "text" || distinct < 2 || distinct > MOST_TEXTS) continue;
    const rows = await engine.run(variantsQuery(table, name, MOST_SPELLINGS));
    const spelled = new Map<string, Spelled>();
    for (const row of rows) {
      const into = String(row["target"]);
      const one = { text: String(row["v"]), count: Number(row["n"]) };
      spelled.set(into, { into, from: [...(spelled.get(into)?.from ?? []), one] });
    }
    // The limit may have cut the last one off.
    const whole = [...spelled.values()].filter(({ from }) => from.length > 1);
    if (whole.length > 0) found.push({ column: name, spelled: whole });
  }
  return found;
}
