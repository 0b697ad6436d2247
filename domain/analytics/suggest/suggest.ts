import { checkQuery } from "#domain/analytics/builder/check.ts";
import { compileQuery } from "#domain/analytics/builder/compile.ts";
import type { BuiltQuery } from "#domain/analytics/builder/model.ts";
import { analyticsSuggest as en } from "#domain/i18n/en/analytics-suggest.ts";
import { analyticsSuggest as fr } from "#domain/i18n/fr/analytics-suggest.ts";
import type { Language } from "#domain/i18n/texts.ts";
import { phraseOf } from "./phrase.ts";
import type { FoundValue, SuggestSource } from "./source.ts";
import { understand } from "./understand.ts";
import { starters, variants } from "./variants.ts";

/** A question that a text may mean, with the SQL that answers it. */
export interface Suggestion {
  /** In the person's language, in full. */
  question: string;
  sql: string;
  query: BuiltQuery;
  table: string;
  /** Every word was understood. */
  complete: boolean;
  ignored: string[];
}

export interface SuggestOptions {
  /** YYYY-MM-DD, in the person's time zone. */
  today: string;
  /** Values that were found in the data for words of the text (`valueWords`). */
  values?: readonly FoundValue[] | undefined;
  limit?: number | undefined;
}

/** With more words than this that stand for nothing, what is left of a text is a guess. */
const MOST_IGNORED = 2;

/**
 * Questions that a text may mean, the likeliest first; without a text, questions to begin with. Pure and deterministic. Each SQL is
 * one the compiler stands for; whoever offers it prepares it in the engine before (`preparedSuggestions`).
 */
export function suggestQuestions(
  text: string,
  sources: readonly SuggestSource[],
  language: Language,
  { today, values = [], limit = 6 }: SuggestOptions,
): Suggestion[] {
  const t = language === "fr" ? fr : en;
  const made: Suggestion[] = [];
  const add = (query: BuiltQuery, source: SuggestSource, ignored: string[]): void => {
    if (made.length >= limit || checkQuery(query, sources).length > 0) return;
    const sql = compileQuery(query, sources, today);
    const question = phraseOf(query, source.title, t, language, today);
    if (made.some((one) => one.sql === sql)) return;
    made.push({
      question,
      sql,
      query,
      table: source.table,
      complete: ignored.length === 0,
      ignored,
    });
  };
  if (text.trim() === "") {
    for (const source of sources)
      for (const query of starters(source, t.count)) add(query, source, []);
    return made;
  }
  const understood = sources
    .map((source) =>
      understand(text, source, { today, values, names: { count: t.count, share: t.share } }),
    )
    .filter(({ score, ignored }) => score > 0 && ignored.length <= MOST_IGNORED)
    .toSorted((a, b) => b.score - a.score);
  const best = understood[0];
  if (best === undefined) return [];
  add(best.query, best.source, best.ignored);
  // Another table is worth a line when it was understood about as well.
  for (const other of understood.slice(1, 3))
    if (other.score > best.score - 0.5) add(other.query, other.source, other.ignored);
  for (const query of variants(best)) add(query, best.source, best.ignored);
  return made;
}
