import { roleOf } from "#domain/analytics/overview/roles.ts";
import type { ColumnProfile } from "#domain/analytics/profile.ts";
import { foldText, stem } from "./fold.ts";
import { SILENT } from "./lexicon.ts";
import { linkColumns, type Link } from "./link.ts";
import type { FoundValue, SuggestSource } from "./source.ts";
import { linkValues, type ValueLink } from "./values.ts";

const BY = new Set("par by per selon chaque each every ventile ventilation".split(" "));
const NOT = new Set(
  "non not pa pas sans without hors hor sauf except excluding no jamai never"
    .split(" ")
    .flatMap((word) => [word, stem(word)]),
);
const AFTER_NOT = /^(?:exclu|exclue|excluded|excepte|exceptee)$/;
const KNOWN =
  /^(?:total|totale|totaux|somme|sum|nombre|number|count|part|share|moyen|moyenne|average|avg|mean|median|mediane|max|maximum|maximal|min|minimum|minimal|repartition|proportion|breakdown|pourcentage|percentage|percent|%|distinct|distincte|different|differente|unique|cumul|poid|overall|nb|how|ht|ttc|taxe|tax|ligne|row|vide|empty|chiffre|affaire|exclu|exclue|excluded|€)$/;

/** How a column is spoken of. */
export interface Mention extends Link {
  /** « par agence »: rows are grouped by it. */
  by: boolean;
  /** « sans remise », « avoirs exclus ». */
  not: boolean;
  /** « combien de clients ». */
  counted: boolean;
}

export interface Words {
  mentions: Mention[];
  values: (ValueLink & { not: boolean })[];
  ignored: string[];
  stems: string[];
}

/** The names of a table, which say what its rows are: « Combien de factures » of factures.csv. */
export const titleWords = (source: SuggestSource): Set<string> =>
  new Set(
    foldText(
      `${source.title.replace(/\.[a-z0-9]{1,5}$/i, "")} ${source.table.replaceAll("_", " ")}`,
    )
      .split(/[ _]/)
      .map(stem),
  );

/** « par agence », « par type d’agence »: between the word and the column stands nothing that means something. */
function isGroup(stems: readonly string[], at: number, taken: ReadonlySet<number>): boolean {
  for (let place = at - 1; place >= Math.max(0, at - 3); place--) {
    const word = stems[place] ?? "";
    if (BY.has(word)) return true;
    if (taken.has(place) || !SILENT.has(word)) return false;
  }
  return false;
}

/** Finds values first, for they are exact, then columns, in the words that are left of a text. */
export function readWords(
  rest: string,
  typing: boolean,
  source: SuggestSource,
  columns: readonly ColumnProfile[],
  found: readonly FoundValue[],
): Words {
  const stems = rest.trim().split(/\s+/).filter(Boolean).map(stem);
  const values = linkValues(stems, source, columns, found);
  const taken = new Set<number>();
  const take = ({ at, length }: { at: number; length: number }): void => {
    for (let step = 0; step < length; step++) taken.add(at + step);
  };
  for (const value of values) take(value);
  const links = linkColumns(
    stems.map((word, at) => (taken.has(at) ? "|" : word)),
    columns,
    typing,
  ).toSorted((a, b) => a.at - b.at);
  for (const link of links) take(link);
  const lead = (at: number, back: number): string[] => stems.slice(Math.max(0, at - back), at);
  const mentions = links
    // « du rayon Peinture » names the column of the value that follows.
    .filter(
      ({ column, at, length }) =>
        !values.some(
          (value) =>
            value.column === column &&
            value.at - (at + length) >= 0 &&
            value.at - (at + length) <= 1,
        ),
    )
    .map((link): Mention => {
      const end = link.at + link.length;
      const first = lead(link.at, 2);
      return {
        ...link,
        by: isGroup(stems, link.at, taken),
        not: first.some((word) => NOT.has(word)) || AFTER_NOT.test(stems[end] ?? ""),
        counted: /^(?:(?:combien|nombre|nb|number|count)(?: d[e]?s?| of)?|how many)$/.test(
          first.join(" ").replace(/^(?:le|la|the|quel|\||et|and) /, ""),
        ),
      };
    });
  // « par agence et client »: what « et » joins to a group is one.
  for (const [at, mention] of mentions.entries()) {
    const before = mentions[at - 1];
    if (before?.by !== true || roleOf(mention.column) === "measure") continue;
    const between = stems.slice(before.at + before.length, mention.at);
    if (between.length <= 2 && between.some((word) => word === "et" || word === "and"))
      mention.by = true;
  }
  const titles = titleWords(source);
  const ignored = stems.filter(
    (word, at) =>
      !taken.has(at) &&
      !/^[|-]+$/.test(word) &&
      !SILENT.has(word) &&
      !BY.has(word) &&
      !NOT.has(word) &&
      !KNOWN.test(word) &&
      !titles.has(word),
  );
  return {
    mentions,
    values: values.map((value) => ({
      ...value,
      not: lead(value.at, 3).some((word) => NOT.has(word)),
    })),
    ignored,
    stems,
  };
}
