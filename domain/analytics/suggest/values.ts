import type { ColumnProfile } from "#domain/analytics/profile.ts";
import { foldText, stem } from "./fold.ts";
import { SILENT } from "./lexicon.ts";
import type { FoundValue, SuggestSource } from "./source.ts";

/** A value of a column that some words of a text are. */
export interface ValueLink {
  column: ColumnProfile;
  value: string;
  at: number;
  length: number;
}

const plain = (text: string): string => foldText(text).split(" ").map(stem).join(" ");

/** Finds the values that a text names whole, among the frequent ones and those that were searched for in the data. */
export function linkValues(
  words: readonly string[],
  source: SuggestSource,
  columns: readonly ColumnProfile[],
  found: readonly FoundValue[],
): ValueLink[] {
  const known = new Map<string, { column: ColumnProfile; value: string }>();
  for (const column of columns) {
    if (column.kind !== "text") continue;
    const values = [
      ...column.top.map(({ value }) => value),
      ...found
        .filter((one) => one.table === source.table && one.column === column.name)
        .map(({ value }) => value),
    ];
    for (const value of values) {
      const text = plain(value);
      if (text !== "" && !known.has(text) && !SILENT.has(text)) known.set(text, { column, value });
    }
  }
  const links: ValueLink[] = [];
  for (let at = 0; at < words.length; at++) {
    for (let length = Math.min(6, words.length - at); length > 0; length--) {
      const own = known.get(words.slice(at, at + length).join(" "));
      if (own === undefined) continue;
      links.push({ ...own, at, length });
      at += length - 1;
      break;
    }
  }
  return links;
}

/** Words of a text that may be values: what a search in the data is worth for. */
export const valueWords = (text: string): string[] => [
  ...new Set(
    foldText(text)
      .split(" ")
      .filter((word) => word.length > 2 && !SILENT.has(word) && !/^(?:19|20)\d\d$/.test(word)),
  ),
];
