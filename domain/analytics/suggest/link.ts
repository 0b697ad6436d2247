import { roleOf } from "#domain/analytics/overview/roles.ts";
import type { ColumnProfile } from "#domain/analytics/profile.ts";
import type { NamedColumn } from "./source.ts";
import { stemsOf } from "./fold.ts";
import { CONCEPTS, SILENT } from "./lexicon.ts";

/** A column that some words of a text name. `at` and `length` count words; `others` fit as well. */
export interface Link {
  column: ColumnProfile;
  at: number;
  length: number;
  score: number;
  others: ColumnProfile[];
}

/** Parts of column names that tell nothing: never enough to name a column. */
const VAGUE = new Set([
  "id",
  "no",
  "num",
  "numero",
  "code",
  "lib",
  "libelle",
  "nom",
  "name",
  "date",
  "le",
  "of",
  "de",
  "ht",
  "ttc",
  "type",
]);

const closeTo = (a: string, b: string): boolean => {
  if (a.length < 5 || Math.abs(a.length - b.length) > 1) return false;
  // Two letters that changed places: « agnece ».
  let first = 0;
  while (first < a.length && a[first] === b[first]) first++;
  if (a.length === b.length && a[first] === b[first + 1] && a[first + 1] === b[first])
    return a.slice(first + 2) === b.slice(first + 2);
  let [i, j, faults] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      i++;
      j++;
    } else {
      if (++faults > 1) return false;
      if (a.length >= b.length) i++;
      if (b.length >= a.length) j++;
    }
  }
  return faults + (a.length - i) + (b.length - j) <= 1;
};

const sameWord = (a: string, b: string): boolean => a === b || closeTo(a, b);

/** How well the words `said` name a column whose name has the words `own`: 0 not at all, 1 exactly. */
function likeness(said: readonly string[], own: readonly string[], typing: boolean): number {
  const kept = own.filter((word) => !SILENT.has(word));
  if (said.length === own.length && said.every((word, at) => sameWord(word, own[at] ?? "")))
    return 1;
  if (
    kept.length > 0 &&
    said.length === kept.length &&
    said.every((word, at) => sameWord(word, kept[at] ?? ""))
  )
    return 0.95;
  // One telling word of several: « client » for client_nom, « agence » for agence_lib.
  if (said.length === 1) {
    const [word = ""] = said;
    if (!VAGUE.has(word) && !SILENT.has(word)) {
      const found = kept.findIndex((one) => sameWord(one, word));
      if (found >= 0)
        return kept.filter((one) => !VAGUE.has(one)).length <= 1 ? 0.9 : 0.7 - found * 0.05;
      if (typing && word.length >= 2 && kept.some((one) => one.startsWith(word))) return 0.5;
    }
  }
  const phrase = said.filter((word) => !/^(?:d|de|du|des|of|the|l)$/.test(word)).join(" ");
  const concept = CONCEPTS.find((words) => words.includes(phrase));
  if (concept === undefined) return 0;
  const name = ` ${own.join(" ")} `;
  const known = concept.findIndex((words) => name.includes(` ${words} `));
  return known < 0 ? 0 : 0.8 - known * 0.005;
}

/** Names of the same length: amounts are chosen for words of money only among numbers. */
const fitsRole = (said: string, column: ColumnProfile): boolean =>
  !(CONCEPTS[0]?.includes(said) ?? false) || ["measure", "rate"].includes(roleOf(column));

/**
 * Finds the columns that a text names, the surest first, each word taken once. `words` are stems; `typing` says that the last one may
 * not be finished.
 */
export function linkColumns(
  words: readonly string[],
  columns: readonly NamedColumn[],
  typing: boolean,
): Link[] {
  // Every name is one's own: the words of the firm name a column as its head does.
  const named = columns.map((column) => ({
    column,
    names: [column.name, ...(column.called ?? [])].map(stemsOf),
  }));
  const found: Link[] = [];
  const taken = new Set<number>();
  for (;;) {
    let best: Link | undefined;
    for (let at = 0; at < words.length; at++) {
      for (let length = Math.min(4, words.length - at); length > 0; length--) {
        const places = Array.from({ length }, (_, step) => at + step);
        if (places.some((place) => taken.has(place) || words[place] === "|")) continue;
        const said = words.slice(at, at + length);
        const last = typing && at + length === words.length;
        const scored = named
          .filter(({ column }) => fitsRole(said.join(" "), column))
          .map(({ column, names }) => ({
            column,
            score: Math.max(...names.map((own) => likeness(said, own, last))),
          }))
          .filter(({ score }) => score > 0)
          .toSorted((a, b) => b.score - a.score);
        const first = scored[0];
        // Longer spans are surer: « prix unitaire » before « prix ».
        const weight = (first?.score ?? 0) + (length - 1) * 0.1;
        if (first === undefined || weight <= (best?.score ?? 0)) continue;
        const others = scored.slice(1).filter(({ score }) => score > first.score - 0.12);
        best = { ...first, score: weight, at, length, others: others.map(({ column }) => column) };
      }
    }
    if (best === undefined) return found;
    for (let step = 0; step < best.length; step++) taken.add(best.at + step);
    found.push(best);
  }
}
