import { createEffect } from "solid-js";
import { LANGUAGES, type Language } from "#domain/i18n/texts.ts";
import { isPassing } from "./api-problem.ts";
import { api } from "./api.ts";
import { useLocale } from "./i18n.tsx";
import { isOnline } from "./online.ts";
import { session } from "./session.ts";

/** A choice that a person's account has not heard of yet. It outlives the page that it was made on. */
interface Owed {
  person: string;
  language: Language;
}

const KEY = "aetheria.language.owed";

function owed(): Owed | null {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? "null") as Owed | null;
    return found && LANGUAGES.includes(found.language) ? found : null;
  } catch {
    return null;
  }
}

let telling = false;

/** Tells the account a choice. Answers whether there is nothing more to try now. */
async function tell(language: Language): Promise<boolean> {
  const isLast = () => owed()?.language === language;
  try {
    const me = await api("patch /auth/me", { body: { language }, keepalive: true });
    if (!isLast()) return false;
    localStorage.removeItem(KEY);
    session.update(me);
    return true;
  } catch (error) {
    if (!isLast()) return false;
    // What was refused would be refused again; what did not get there is told later.
    if (!isPassing(error)) localStorage.removeItem(KEY);
    return true;
  }
}

/** Tells the account what was chosen last: one request after the other, so that no earlier choice comes after it. */
async function settle(): Promise<void> {
  if (telling) return;
  telling = true;
  try {
    for (let over = false; !over;) {
      const choice = owed();
      over = choice?.person !== session.me()?.person.id || !choice || (await tell(choice.language));
    }
  } finally {
    telling = false;
  }
}

/**
 * `const choose = useChooseLanguage(); choose("en")` – changes the page at once and, where somebody is signed in, that
 * person's own language: also when the page is left at once, or there is no network yet.
 */
export function useChooseLanguage(): (language: Language) => void {
  const speech = useLocale();
  return (language) => {
    void speech.setLanguage(language);
    // Also while the cookie is still asked who this is: what is sent waits for its answer.
    const person = session.me()?.person.id;
    if (person === undefined) return;
    localStorage.setItem(KEY, JSON.stringify({ person, language } satisfies Owed));
    void settle();
  };
}

/** Tells the account of a choice that an earlier page could not, as soon as there is a network. */
export function settleLanguage(): void {
  createEffect(() => {
    if (session.me() !== null && isOnline()) void settle();
  });
}
