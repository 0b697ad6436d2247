/**
 * French and English as they are set, whatever was typed in the sources: curly apostrophes, and in French a no-break
 * space inside « » and before : ; ? ! (U+00A0, since Inter draws U+202F too thin).
 */
export function setType(text: string, language: string): string {
  const curly = text.replace(/(?<=\p{L})'(?=\p{L})/gu, "’");
  if (language !== "fr") return curly;
  return curly
    .replace(/ (?=[:;?!»](?:\s|$|[.,)»]))/g, "\u00A0")
    .replace(/« /g, "«\u00A0")
    .replace(/n° (?=\d)/g, "n°\u00A0");
}

/** Sets a sentence around what was given to it, which stays as it was written: O'Neil keeps the apostrophe of their name. */
export function setAround(text: string, language: string, given: readonly unknown[]): string {
  return given.reduce<string>(
    (set, one) => {
      if (typeof one !== "string" || one === "") return set;
      const changed = setType(one, language);
      return changed === one ? set : set.replaceAll(changed, one);
    },
    setType(text, language),
  );
}

/** A dictionary whose every string, and every answer of its functions, is set. */
export function setDictionary<T extends object>(texts: T, language: string): T {
  const set = (value: unknown): unknown => {
    if (typeof value === "string") return setType(value, language);
    if (typeof value === "function")
      return (...given: unknown[]) =>
        setAround(String(Reflect.apply(value, undefined, given)), language, given);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, set(inner)]));
  };
  return set(texts) as T;
}

/**
 * What Intl gives, as we set it on screen: U+202F and U+2009 as U+00A0 (Inter draws them too thin: 48 312 would
 * read 48312) and the minus as U+2212. Exports keep what Intl gives.
 */
export function typeset(text: string): string {
  return text
    .replace(/[\u202F\u2009]| (?=[AP]M\b)/g, "\u00A0")
    .replace(/(?<![\p{L}\d])-(?=[\d\p{Sc}])/gu, "\u2212");
}

/** The first of a month has an ordinal in French: « 1er déc. 2025 ». `text` begins with its day. */
export const firstOfMonth = (text: string, locale: string): string =>
  locale.startsWith("fr") ? text.replace(/^1(?=\s)/, "1er") : text;
