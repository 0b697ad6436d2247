import { LOCALES, type Language } from "#domain/i18n/texts.ts";
import type { JSX } from "solid-js";
import { createFormat, type Format } from "./format.ts";
import { loadTexts, SpeechContext, useSpeech, type Dictionary } from "./i18n.tsx";

/** What it takes to write in a language that need not be this page's. */
export interface OtherSpeech {
  language: Language;
  texts: Dictionary;
  /** By the language's usual locale, in this person's time zone. */
  format: Format;
}

/** How to write for others, in a language of theirs: its words are fetched when they are asked for. */
export function useOtherSpeech(): (language: Language) => Promise<OtherSpeech> {
  const speech = useSpeech();
  return async (language) => ({
    language,
    texts: await loadTexts(language),
    format: createFormat(LOCALES[language], speech.timeZone()),
  });
}

/** Shows what it holds in a language that need not be this page's. */
export function SpokenIn(props: { speech: OtherSpeech; children: JSX.Element }) {
  const around = useSpeech();
  return (
    <SpeechContext.Provider
      value={{
        ...around,
        texts: () => props.speech.texts,
        language: () => props.speech.language,
        locale: () => LOCALES[props.speech.language],
        format: () => props.speech.format,
      }}
    >
      {props.children}
    </SpeechContext.Provider>
  );
}
