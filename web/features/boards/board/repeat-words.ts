import { repeatWords } from "#domain/boards/repeat-words.ts";
import type { Repeat } from "#domain/boards/repeat.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";

/** `const say = useRepeatWords(); say(repeat)` – « Tous les lundis », in the person's language. */
export function useRepeatWords(): (repeat: Repeat) => string {
  const t = useTexts();
  const f = useFormat();
  return (repeat) =>
    repeatWords(repeat, t().repeats, {
      // Without the year, which a date of this year leaves out.
      dayOfYear: (date) => f().day(date, Number(date.slice(0, 4))),
      full: (date) => f().day(date),
    });
}
