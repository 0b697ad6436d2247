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

/** A dictionary whose every string, and every answer of its functions, is set. */
export function setDictionary<T extends object>(texts: T, language: string): T {
  const set = (value: unknown): unknown => {
    if (typeof value === "string") return setType(value, language);
    if (typeof value === "function")
      return (...given: unknown[]) =>
        setType(String(Reflect.apply(value, undefined, given)), language);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, set(inner)]));
  };
  return set(texts) as T;
}
