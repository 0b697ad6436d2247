/**
 * Turns what a person typed into an FTS5 query: every word must be there, each may go on.
 * Quotes make words literal, so no character of the input is an operator. Null when nothing can be searched.
 * Source: https://www.sqlite.org/fts5.html#full_text_query_syntax
 */
export function ftsQuery(text: string): string | null {
  const words = text.normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return null;
  return words
    .slice(0, 8)
    .map((word) => `"${word}"*`)
    .join(" ");
}
