import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import type { Entry } from "./model-draft.ts";

/** What stands in a field of text; empty for anything else. */
export const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** The default filters of a measure's table: an answer has them too, unless somebody asks otherwise. */
export const filtersOf = (entry: Entry, filters: readonly Entry[]): Entry[] =>
  filters.filter(
    (filter) => filter["source"] === entry["source"] && textOf(filter["sql"]).trim() !== "",
  );

/** What is asked of the engine for a measure: its figure over the rows of its table that its default filters leave. */
export function measureQuestion(entry: Entry, filters: readonly Entry[]): string {
  const held = filtersOf(entry, filters).map((filter) => `(${textOf(filter["sql"])}\n)`);
  const where = held.length === 0 ? "" : ` WHERE ${held.join(" AND ")}`;
  return `SELECT (${textOf(entry["sql"])}\n) AS figure FROM ${quoteIdentifier(textOf(entry["source"]))}${where}`;
}
