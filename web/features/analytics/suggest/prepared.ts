import {
  suggestQuestions,
  type SuggestOptions,
  type Suggestion,
} from "#domain/analytics/suggest/suggest.ts";
import type { SuggestSource } from "#domain/analytics/suggest/source.ts";
import { boundedRead } from "#domain/analytics/sql/read.ts";
import type { Language } from "#domain/i18n/texts.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import { searchValues } from "./search-values.ts";

/**
 * Questions that a text may mean, with values looked up in the data, each prepared in the engine: what it would refuse is not offered.
 * Throws AbortError after an abort.
 */
export async function preparedSuggestions(
  engine: Engine,
  text: string,
  sources: readonly SuggestSource[],
  language: Language,
  options: Omit<SuggestOptions, "values"> & { signal?: AbortSignal | undefined },
): Promise<Suggestion[]> {
  const { signal, ...rest } = options;
  const values = await searchValues(engine, sources, text, signal);
  const made = suggestQuestions(text, sources, language, { ...rest, values });
  const connection = await engine.connect();
  try {
    const kept: Suggestion[] = [];
    for (const one of made) {
      signal?.throwIfAborted();
      try {
        const statement = await connection.prepare(boundedRead(one.sql, 1));
        await statement.close();
        kept.push(one);
      } catch (error) {
        if (!engine.alive()) throw error;
      }
    }
    return kept;
  } finally {
    if (engine.alive()) await connection.close();
  }
}
