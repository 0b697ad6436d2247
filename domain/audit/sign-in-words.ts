import { identity as en } from "#domain/i18n/en/identity.ts";
import { identity as fr } from "#domain/i18n/fr/identity.ts";
import { LANGUAGES, LOCALES } from "#domain/i18n/texts.ts";
import { AUTH_EVENTS, type AuthEventKind } from "#domain/identity/model.ts";
import { WATCHED_EVENTS } from "#domain/identity/event-groups.ts";

/** A typed word as the list is searched for it: as it stands, and the kinds and places whose names hold it. */
export interface SignInWord {
  text: string;
  kinds: AuthEventKind[];
  places: string[];
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");

const fold = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** Countries in whose French or English name a word begins one of its words. */
function placesNamed(word: string): string[] {
  const names = LANGUAGES.map(
    (language) => new Intl.DisplayNames(LOCALES[language], { type: "region", fallback: "none" }),
  );
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  const has = (text: string | undefined) =>
    fold(text ?? "")
      .split(/[\s'’-]+/)
      .some((part) => part.startsWith(word));
  const local = has(fr.places.local) || has(en.places.local) ? ["local"] : [];
  return [...local, ...codes.filter((code) => names.some((name) => has(name.of(code))))];
}

/** The words of a search, eight at most; in both languages, since a list has readers of both. */
export function signInWords(q: string | undefined): SignInWord[] {
  const typed = (q ?? "").split(/\s+/).filter(Boolean).slice(0, 8);
  return typed.map((text) => {
    const word = fold(text);
    const kinds = AUTH_EVENTS.filter(
      (kind) =>
        WATCHED_EVENTS.includes(kind) &&
        (fold(fr.events[kind]).includes(word) || fold(en.events[kind]).includes(word)),
    );
    return { text, kinds, places: word.length < 3 ? [] : placesNamed(word) };
  });
}
