import type { Language } from "#domain/i18n/texts.ts";
import { api } from "./api.ts";
import { useLocale } from "./i18n.tsx";
import { session } from "./session.ts";

/**
 * `const choose = useChooseLanguage(); choose("en")` – changes the page at once and, where somebody is signed in, that
 * person's own language. Without a network the choice holds on this device.
 */
export function useChooseLanguage(): (language: Language) => void {
  const speech = useLocale();
  return (language) => {
    void speech.setLanguage(language);
    // Also while the cookie is still asked who this is: what is sent waits for its answer.
    if (session.me() === null) return;
    api("patch /auth/me", { body: { language } }).then(
      (me) => session.update(me),
      () => undefined,
    );
  };
}
