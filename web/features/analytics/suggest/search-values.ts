import { roleOf } from "#domain/analytics/overview/roles.ts";
import { quoteIdentifier, quoteLiteral } from "#domain/analytics/sql/quote.ts";
import { stem } from "#domain/analytics/suggest/fold.ts";
import {
  withProfile,
  type FoundValue,
  type SuggestSource,
} from "#domain/analytics/suggest/source.ts";
import { valueWords } from "#domain/analytics/suggest/values.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import { runRead } from "#web/features/analytics/engine/read.ts";

/** Values that one column may answer: more of them say that the word is no name. */
const MOST_VALUES = 20;

/**
 * Finds the values of text columns in which a word of the text begins a word, without regard to case and accents: `morvan` finds
 * « Atelier Morvan ». The shortest come first. Throws AbortError after an abort.
 */
export async function searchValues(
  engine: Engine,
  sources: readonly SuggestSource[],
  text: string,
  signal?: AbortSignal,
): Promise<FoundValue[]> {
  // Folded words are letters and figures alone: safe in a pattern.
  const words = valueWords(text)
    .map(stem)
    .filter((word) => /^[a-z0-9]+$/.test(word));
  if (words.length === 0) return [];
  const pattern = quoteLiteral(`\\b(?:${words.join("|")})`);
  const found: FoundValue[] = [];
  for (const { table, columns } of sources) {
    const searched = columns.filter(
      (column) => column.kind === "text" && roleOf(withProfile(column)) !== "empty",
    );
    if (searched.length === 0) continue;
    const selects = searched.map(({ name }) => {
      const own = quoteIdentifier(name);
      return `(SELECT ${quoteLiteral(name)} AS c, v FROM (SELECT DISTINCT ${own} AS v FROM ${quoteIdentifier(table)}) WHERE regexp_matches(strip_accents(lower(v)), ${pattern}) ORDER BY length(v), v LIMIT ${MOST_VALUES})`;
    });
    const { rows } = await runRead(engine, selects.join("\nUNION ALL\n"), {
      limit: searched.length * MOST_VALUES,
      signal,
    });
    for (const [column, value] of rows)
      found.push({ table, column: String(column), value: String(value) });
  }
  return found;
}
