import { checkQuery } from "#domain/analytics/builder/check.ts";
import { compileQuery } from "#domain/analytics/builder/compile.ts";
import type { BuiltQuery } from "#domain/analytics/builder/model.ts";
import { analyticsSuggest as en } from "#domain/i18n/en/analytics-suggest.ts";
import { analyticsSuggest as fr } from "#domain/i18n/fr/analytics-suggest.ts";
import type { Language } from "#domain/i18n/texts.ts";
import type { JoinKey } from "#domain/analytics/builder/join-keys.ts";
import { awayValues, joinedSource, withJoins, type JoinedSource } from "./joined.ts";
import { phraseOf } from "./phrase.ts";
import type { FoundValue, SuggestSource } from "./source.ts";
import { understand, type Around, type Understood } from "./understand.ts";
import { starters, variants } from "./variants.ts";
import { titleWords } from "./words.ts";

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
  /** Ways between the tables. Those to one row let a figure of one table be put together by what stands in another. */
  joins?: readonly JoinKey[] | undefined;
  limit?: number | undefined;
  /** Where the text means nothing here: what could be asked instead, from what was understood of it on. */
  nearest?: boolean | undefined;
}

/** With more words than this that stand for nothing, what is left of a text is a guess. */
const MOST_IGNORED = 2;

/** Between two readings that say the same, the one of a single table. */
const A_JOIN = 0.1;

/** Something of the data was named: not all rows, nor their number alone. */
const speaks = ({ query }: Understood): boolean =>
  query.groups.length + query.filters.length > 0 ||
  query.measures.some(({ column, formula }) => column !== null || formula !== undefined);

/** A text read with what other tables say of each row; nothing where it speaks of none of them. */
function understandJoined(
  text: string,
  joined: JoinedSource | undefined,
  own: SuggestSource,
  around: Around,
): Understood[] {
  if (joined === undefined) return [];
  const values = awayValues(joined, around.values);
  const found = understand(text, joined.source, { ...around, values });
  const query = withJoins(joined, found.query);
  if (query === undefined) return [];
  const titles = new Set(joined.titles.flatMap((one) => [...titleWords(one)]));
  const ignored = found.ignored.filter((word) => !titles.has(word));
  const named = found.ignored.length - ignored.length;
  const score = found.score + named * 0.6 - query.joins.length * A_JOIN;
  return [{ ...found, source: own, query, ignored, score }];
}

/**
 * Questions that a text may mean, the likeliest first; without a text, questions to begin with. Pure and deterministic. Each SQL is
 * one the compiler stands for; whoever offers it prepares it in the engine before (`preparedSuggestions`).
 */
export function suggestQuestions(
  text: string,
  sources: readonly SuggestSource[],
  language: Language,
  { today, values = [], joins = [], limit = 6, nearest = false }: SuggestOptions,
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
  const begin = (): Suggestion[] => {
    // Each table has its first question before any has its second.
    const begun = sources.map((source) => ({ source, queries: starters(source, t.count) }));
    const most = Math.max(0, ...begun.map(({ queries }) => queries.length));
    for (let at = 0; at < most; at++)
      for (const { source, queries } of begun) {
        const query = queries[at];
        if (query !== undefined) add(query, source, []);
      }
    return made;
  };
  if (text.trim() === "") return begin();
  const around = { today, values, names: { count: t.count, share: t.share } };
  const understood = sources
    .flatMap((source) => [
      understand(text, source, around),
      ...understandJoined(text, joinedSource(source, sources, joins), source, around),
    ])
    .filter((one) => (nearest ? speaks(one) : one.score > 0 && one.ignored.length <= MOST_IGNORED))
    .toSorted((a, b) => b.score - a.score);
  const best = understood[0];
  if (best === undefined) return nearest ? begin() : [];
  add(best.query, best.source, best.ignored);
  // Another table is worth a line when it was understood about as well.
  for (const other of understood.slice(1, 3))
    if (other.score > best.score - 0.5) add(other.query, other.source, other.ignored);
  for (const query of variants(best)) add(query, best.source, best.ignored);
  return nearest ? begin() : made;
}
