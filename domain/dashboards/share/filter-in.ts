import type { Language } from "#domain/i18n/texts.ts";
import type { Figures } from "./figures.ts";

/** What narrows published figures, in a language. */
export function filterIn(words: Figures["filters"][number], language: Language): string {
  return typeof words === "string" ? words : words[language];
}
