import type { Pair } from "./prompt.ts";

const STOP = new Set(
  "le la les un une des de du d l et ou où en au aux a à par pour sur dans depuis quel quelle quels quelles est sont qui que combien mes nos the a an of by in on per for and or what which who how many much is are was were our my".split(
    " ",
  ),
);

/** The words of a question that tell it from others: without accents, endings and small words. */
export function wordsOf(text: string): Set<string> {
  const plain = text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    words.filter((word) => !STOP.has(word)).map((word) => word.replace(/(?:es|s|x)$/, "")),
  );
}

/** How alike two questions are, 0 to 1: words in common over words of both, rare words counting more. */
function likeness(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  weight: (word: string) => number,
) {
  let common = 0;
  let all = 0;
  for (const word of new Set([...a, ...b])) {
    const own = weight(word);
    all += own;
    if (a.has(word) && b.has(word)) common += own;
  }
  return all === 0 ? 0 : common / all;
}

const MOST_PAIRS = 5;
const FEWEST_PAIRS = 3;
const ALIKE = 0.2;

/**
 * The verified questions nearest to one, nearest first: three at least where there are as many, up to five that are alike. Ties go by
 * their text, so that the same question gets the same pairs.
 */
export function nearestPairs(question: string, pairs: readonly Pair[]): Pair[] {
  const all = pairs.map((pair) => ({ pair, words: wordsOf(pair.question) }));
  const seen = new Map<string, number>();
  for (const { words } of all) for (const word of words) seen.set(word, (seen.get(word) ?? 0) + 1);
  const weight = (word: string): number =>
    Math.log(1 + (all.length + 1) / (1 + (seen.get(word) ?? 0)));
  const asked = wordsOf(question);
  return all
    .map(({ pair, words }) => ({ pair, score: likeness(asked, words, weight) }))
    .toSorted(
      (a, b) =>
        b.score - a.score ||
        (a.pair.question < b.pair.question ? -1 : a.pair.question > b.pair.question ? 1 : 0),
    )
    .filter(({ score }, at) => at < FEWEST_PAIRS || score >= ALIKE)
    .slice(0, MOST_PAIRS)
    .map(({ pair }) => pair);
}
