import { createEffect, createSignal, on, onCleanup } from "solid-js";
import type { JoinKey } from "#domain/analytics/builder/join-keys.ts";
import type { SuggestSource } from "#domain/analytics/suggest/source.ts";
import { suggestQuestions, type Suggestion } from "#domain/analytics/suggest/suggest.ts";
import type { Language } from "#domain/i18n/texts.ts";
import type { EngineKeeper } from "#web/features/analytics/engine/keeper.ts";
import { preparedSuggestions } from "./prepared.ts";

/** Questions for a text. `nearest`: none of them is what it means, they are what can be asked instead. */
interface Offered {
  text: string;
  found: Suggestion[];
  nearest: boolean;
}

/** Typing goes on within this time, in milliseconds: what was typed till then is not asked of the engine. */
const PAUSE = 120;

/** Questions that are offered in the place of one that nothing here answers. */
const MOST_INSTEAD = 4;

/**
 * Questions for what a person types, while the field is open. Each is prepared in the engine before it is offered; another letter stops
 * the search for the one before.
 */
export function createSuggestions(options: {
  keeper: EngineKeeper;
  sources: () => readonly SuggestSource[];
  joins: () => readonly JoinKey[];
  language: () => Language;
  text: () => string;
  open: () => boolean;
  today: () => string;
}) {
  const [answer, setAnswer] = createSignal<Offered>({ text: "", found: [], nearest: false });
  const [searching, setSearching] = createSignal(false);
  let current: AbortController | undefined;
  const stop = (): void => {
    current?.abort();
    current = undefined;
  };
  const search = (text: string): void => {
    stop();
    const own = new AbortController();
    current = own;
    setSearching(true);
    const sources = options.sources();
    const joins = options.joins();
    const [language, today] = [options.language(), options.today()];
    // What needs no search is there at once, as soon as the engine has said yes to it.
    const wait = suggestQuestions(text, sources, language, { today, joins }).length > 0 ? 0 : PAUSE;
    const timer = setTimeout(() => {
      options.keeper
        .use(async (engine) => {
          const around = { today, joins, signal: own.signal };
          const found = await preparedSuggestions(engine, text, sources, language, around);
          if (found.length > 0 || text.trim() === "") return { found, nearest: false };
          const instead = { ...around, limit: MOST_INSTEAD, nearest: true };
          return {
            found: await preparedSuggestions(engine, text, sources, language, instead),
            nearest: true,
          };
        })
        .then(
          (made) => own.signal.aborted || setAnswer({ text, ...made }),
          () => own.signal.aborted || setAnswer({ text, found: [], nearest: false }),
        )
        .finally(() => own.signal.aborted || setSearching(false));
    }, wait);
    own.signal.addEventListener("abort", () => clearTimeout(timer));
  };
  createEffect(
    on([options.text, options.open, options.language, options.sources], ([text, open]) => {
      if (open) search(text);
      else {
        stop();
        setSearching(false);
      }
    }),
  );
  onCleanup(stop);
  return {
    found: () => answer().found,
    nearest: () => answer().nearest,
    /** What is offered belongs to the text in the field. */
    fresh: () => answer().text === options.text(),
    searching,
  };
}
