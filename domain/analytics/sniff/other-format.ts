/** Text that is no table although every line of it would read as one. */
export type OtherFormat = "markup" | "json";

const MARKUP = /^<(?:!doctype|!--|\?xml|html|head|body|table|div)\b|^<[?!]/i;
const JSON_TEXT = /^(?:\{\s*["}]|\[\s*[[{"\]])/;

/** Knows web pages, XML and JSON by how they start; null for anything else. */
export function otherFormat(text: string): OtherFormat | null {
  const start = text
    .slice(0, 1_000)
    .replace(/^\ufeff/, "")
    .trimStart();
  if (MARKUP.test(start)) return "markup";
  return JSON_TEXT.test(start) ? "json" : null;
}
