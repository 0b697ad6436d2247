import type { Comparison, Measure } from "#domain/analytics/builder/model.ts";
import type { Scan } from "./fold.ts";

export interface Rank {
  /** Null where no number is said: « les meilleurs clients ». */
  limit: number | null;
  descending: boolean;
}

const BEST = String.raw`(?:premi(?:er|ere)s?|meilleure?s?|plus (?:gros(?:se)?s?|grande?s?|forte?s?|importante?s?|elevee?s?|chere?s?)|principa(?:l|le|ux|les)|top|first|best|biggest|largest|highest|main)`;
const WORST = String.raw`(?:derni(?:er|ere)s?|pires?|moins (?:bon(?:ne)?s?|forte?s?|eleve?e?s?|chere?s?)|plus (?:faible|petite?|basse?|bas)s?|flop|worst|lowest|smallest|bottom|least)`;
const WORDS: Readonly<Record<string, number>> = {
  trois: 3,
  three: 3,
  cinq: 5,
  five: 5,
  dix: 10,
  ten: 10,
  vingt: 20,
  twenty: 20,
};
const COUNT = String.raw`(\d{1,3}|${Object.keys(WORDS).join("|")})`;

const countOf = (text: string | undefined): number | null =>
  text === undefined || text === "" ? null : (WORDS[text] ?? Number(text));

/** Takes « top 10 », « les 5 meilleurs », “worst 3”, « le plus » out of a text. */
export function takeRank(text: Scan): Rank | null {
  // Said of the order alone, which is the usual one anyway.
  text.take(
    /\b(?:largest|highest|biggest|best) first\b|\b(?:par|in) (?:ordre )?(?:decroissant|descending)(?: order)?\b/,
  );
  for (const [words, descending] of [
    [WORST, false],
    [BEST, true],
  ] as const) {
    const found =
      text.take(new RegExp(String.raw`\b${words} ${COUNT}\b`)) ??
      text.take(new RegExp(String.raw`\b(?:les |the )?${COUNT} ${words}\b`)) ??
      text.take(new RegExp(String.raw`\b(?:le |la |les |the )?${words}\b()`));
    if (found !== null) return { limit: countOf(found[1]), descending };
  }
  if (text.take(/\b(?:le plus(?! de \d)|les plus|the most|most)\b/) !== null)
    return { limit: null, descending: true };
  return text.take(/\b(?:le moins(?! de \d)|les moins|the least|fewest|least)\b/) === null
    ? null
    : { limit: null, descending: false };
}

const NUMBER = String.raw`(-?\d+(?:[ .,]\d{3})*(?:[.,]\d+)?) ?(k|m|€|euros?)?`;

/** 1 000, 1.000,5, 1,000.50 and 12k as a number. */
function numberOf(text: string, unit: string | undefined): number {
  const bare = text.replaceAll(" ", "");
  const decimals = /[.,](\d{1,2})$/.exec(bare)?.[0] ?? "";
  const whole = bare.slice(0, bare.length - decimals.length).replace(/[.,]/g, "");
  const value = Number(`${whole}${decimals.replace(",", ".")}`);
  return value * (unit === "k" ? 1_000 : unit === "m" ? 1_000_000 : 1);
}

const LIMITS: readonly [string, Comparison][] = [
  [String.raw`(?:au moins|at least|>=|minimum)`, ">="],
  [String.raw`(?:au plus|au maximum|at most|<=)`, "<="],
  [
    String.raw`(?:plus d[eu]?|superieure?s? a|au dessus de|depass\w+|more than|over|above|greater than|exceed\w*|>)`,
    ">",
  ],
  [String.raw`(?:moins d[eu]?|inferieure?s? a|en dessous de|sous|less than|under|below|<)`, "<"],
];

/** Takes « plus de 1 000 € », “under 50” out of a text. A year is none. */
export function takeLimit(text: Scan): { op: Comparison; value: number } | null {
  for (const [words, op] of LIMITS) {
    const found = text.take(new RegExp(String.raw`(?<= )${words} ?${NUMBER}(?= )`));
    if (found !== null) return { op, value: numberOf(found[1] ?? "0", found[2]) };
  }
  return null;
}

const FUNCTIONS: readonly [RegExp, Measure["fn"]][] = [
  [/\b(?:differente?s?|distincte?s?|uniques?|different)\b/, "distinct"],
  [/\b(?:moyen(?:ne)?s?|average|avg|mean)\b/, "avg"],
  [/\b(?:medianes?|median)\b/, "median"],
  [/\b(?:maximum|maximale?|max|highest)\b/, "max"],
  [/\b(?:minimum|minimale?|min|lowest)\b/, "min"],
  [
    /\b(?:parts?|repartition|proportion|pourcentage|poids|share|breakdown|percentage|percent)\b|%/,
    "share",
  ],
  [/\b(?:combien|nombre|nb|how many|number of|count)\b/, "count"],
  [/\b(?:somme|total|totaux|totale|cumul|sum|overall)\b/, "sum"],
];

/** What a text asks to compute. The words stay, for they may name a column as well: « total TTC ». */
export function readFunction(text: string): { fn: Measure["fn"]; words: string[] } | null {
  // « Combien avons-nous facturé » asks for an amount, « combien de factures » for a number.
  if (/\bhow much\b|\bcombien (?!d |de |des )/.test(text))
    return { fn: "sum", words: ["combien", "how", "much"] };
  for (const [pattern, fn] of FUNCTIONS) {
    const found = pattern.exec(text);
    if (found !== null) return { fn, words: found[0].split(" ") };
  }
  return null;
}
