import { LANGUAGES, LOCALES, type Language, type Texts } from "#domain/i18n/texts.ts";
import type { fr } from "#domain/i18n/fr/index.ts";
import {
  createContext,
  createEffect,
  createMemo,
  createSignal,
  useContext,
  type JSX,
} from "solid-js";
import { createFormat, type Format } from "./format.ts";
import { setDictionary } from "#domain/i18n/typography.ts";

/** Every text of one language. */
export type Dictionary = Texts<typeof fr>;

type Speech = {
  texts: () => Dictionary;
  language: () => Language;
  setLanguage: (language: Language) => Promise<void>;
  whole: () => boolean;
  complete: () => Promise<void>;
  locale: () => string;
  format: () => Format;
  timeZone: () => string | undefined;
  setTimeZone: (timeZone: string) => void;
};

const STORAGE_KEY = "aetheria.language";
/** What a page is said in. Read it by `useTexts`, `useLocale` and `useFormat`. */
export const SpeechContext = createContext<Speech>();

/**
 * Fetches a language's texts, each part a chunk that is loaded once. Only pages of the door, for people who are not signed
 * in, do with `door`: that lacks all other features' words, which a test holds those pages to.
 */
export async function loadTexts(
  language: Language,
  part: "door" | "all" = "all",
): Promise<Dictionary> {
  if (part === "door") {
    const { door } = await (language === "fr"
      ? import("#domain/i18n/fr/door.ts")
      : import("#domain/i18n/en/door.ts"));
    return setDictionary(door as unknown as Dictionary, language);
  }
  const texts =
    language === "fr"
      ? (await import("#domain/i18n/fr/index.ts")).fr
      : (await import("#domain/i18n/en/index.ts")).en;
  return setDictionary<Dictionary>(texts, language);
}

/** The language chosen on this device, else the first of the browser's that we speak, else French. */
export function preferredLanguage(): Language {
  const stored = localStorage.getItem(STORAGE_KEY);
  const wished = [stored, ...navigator.languages].map((tag) => tag?.slice(0, 2).toLowerCase());
  return wished.find((tag): tag is Language => LANGUAGES.includes(tag as Language)) ?? "fr";
}

/** The locale of a language: of the region that the browser names first for it, else the usual one. `en-GB` writes days first. */
export function localeOf(language: Language, wished: readonly string[] = navigator.languages) {
  const regional = new RegExp(`^${language}-[A-Z]{2}$`);
  const found = wished.find((tag) => tag.startsWith(language));
  return found && regional.test(found) ? found : LOCALES[language];
}

/**
 * Gives the page its language. `texts` is loaded before the first paint (`await loadTexts(…)`), so that no
 * component ever waits for its words; `part` says how much of them it is. `timeZone` is the person's or organization's IANA zone; the browser's otherwise.
 */
export function SpeechProvider(props: {
  language: Language;
  texts: Dictionary;
  part?: "door" | "all";
  timeZone?: string;
  children: JSX.Element;
}) {
  // The initial values are read once on purpose: later changes go through setLanguage and setTimeZone.
  const [spoken, setSpoken] = createSignal({
    // oxlint-disable-next-line solid/reactivity
    language: props.language,
    // oxlint-disable-next-line solid/reactivity
    texts: props.texts,
    // oxlint-disable-next-line solid/reactivity
    part: props.part ?? "all",
  });
  // oxlint-disable-next-line solid/reactivity
  const [timeZone, setTimeZone] = createSignal(props.timeZone);
  createEffect(() => {
    document.documentElement.lang = spoken().language;
  });
  const format = createMemo(() => createFormat(localeOf(spoken().language), timeZone()));
  const speech: Speech = {
    texts: () => spoken().texts,
    language: () => spoken().language,
    setLanguage: async (language) => {
      // At once: the page may be left before its words are there.
      localStorage.setItem(STORAGE_KEY, language);
      const { part } = spoken();
      const texts = await loadTexts(language, part);
      if (preferredLanguage() === language) setSpoken({ language, texts, part });
    },
    whole: () => spoken().part === "all",
    async complete() {
      const { language } = spoken();
      const texts = await loadTexts(language);
      // The language may have been changed meanwhile.
      if (spoken().language === language) setSpoken({ language, texts, part: "all" });
      else await speech.complete();
    },
    locale: () => localeOf(spoken().language),
    format,
    timeZone,
    setTimeZone,
  };
  return <SpeechContext.Provider value={speech}>{props.children}</SpeechContext.Provider>;
}

/** All of it. Error: outside of a page. */
export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error("useTexts, useLocale and useFormat need a SpeechProvider above");
  return speech;
}

/** `const t = useTexts(); t().clients.title` – follows the language without a reload. */
export function useTexts(): () => Dictionary {
  return useSpeech().texts;
}

/** The language, its locale, and how to change them. */
export function useLocale() {
  const speech = useSpeech();
  return {
    language: speech.language,
    locale: speech.locale,
    setLanguage: speech.setLanguage,
    /** Whether the words of all features are there, and how to have them. */
    whole: speech.whole,
    complete: speech.complete,
    setTimeZone: speech.setTimeZone,
  };
}

/** `const f = useFormat(); f().money(123456, "EUR")` – numbers and dates as this person reads them. */
export function useFormat(): () => Format {
  return useSpeech().format;
}
