/** Small words that stand in nearly every sentence of one language and in none of the other. */
const FRENCH =
  "le la les un une des du de et est sont en au aux ce cette ces qui que pour par avec dans sur vos votre ne pas il elle ils plus données chaque entre leur d l n s c j qu".split(
    " ",
  );
const ENGLISH =
  "the of and is are in at to this that these those which who for by with on your not it they more data each from their was were has have had would only there no a an".split(
    " ",
  );
/** Written alike in both, or a name of a column as often as a word. */
const EITHER = new Set(["on", "a", "plus"]);

const SURE = 1;

/**
 * The language of a sentence by its small words and accents; null where they don't tell, such as in a name and a figure alone.
 * References to cells (`{{1.ca}}`) are no words of it.
 */
export function languageOf(text: string): "fr" | "en" | null {
  const plain = text.replaceAll(/\{\{[^}]*\}\}/g, " ").toLowerCase();
  const words = plain.match(/\p{L}+/gu) ?? [];
  const count = (list: readonly string[]): number => {
    const held = new Set(list.filter((word) => !EITHER.has(word)));
    return words.filter((word) => held.has(word)).length;
  };
  const accents = words.filter((word) => /[àâçéèêëîïôûùœ]/.test(word)).length;
  const lead = count(FRENCH) + accents / 2 - count(ENGLISH);
  if (Math.abs(lead) < SURE) return null;
  return lead > 0 ? "fr" : "en";
}
