/** A text as it is matched: small letters, no accents, no signs but those of figures; one space between words. */
export const foldText = (text: string): string =>
  text
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[\u00a0\u202f]/g, " ")
    .replace(/[.,](?!\d)|[^a-z0-9.,%€<>=/ -]|(?<=[a-z])-|-(?=[a-z])/g, " ")
    .replace(/\s+/g, " ")
    .trim();

/** A word without the ends of plurals, French and English: `clients`, `journaux`, `categories`. */
export function stem(word: string): string {
  if (word.length < 4) return word;
  if (word.endsWith("eaux")) return word.slice(0, -1);
  if (word.endsWith("aux")) return `${word.slice(0, -3)}al`;
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  return word.endsWith("ss") ? word : word.replace(/[sx]$/, "");
}

/** The words of a text, folded, without plurals. */
export const stemsOf = (text: string): string[] =>
  foldText(text)
    .split(/[ _/]/)
    .filter((word) => word !== "")
    .map(stem);

/** A text out of which recognised parts are taken, one by one; what is left is for the next to read. */
export interface Scan {
  rest(): string;
  /** Takes the first match out and answers it. */
  take(pattern: RegExp): RegExpExecArray | null;
}

export function scan(text: string): Scan {
  let left = ` ${text} `;
  return {
    rest: () => left,
    take(pattern) {
      const found = pattern.exec(left);
      // The bar keeps what stood around it from being read as neighbours.
      if (found !== null)
        left = `${left.slice(0, found.index)} | ${left.slice(found.index + found[0].length)}`;
      return found;
    },
  };
}
