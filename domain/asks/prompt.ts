import type { AskColumn, AskSource } from "./source.ts";

/** Parts of what is sent, by what the panel calls them. */
export type SentKind =
  | "rules"
  | "schema"
  | "profiles"
  | "glossary"
  | "pairs"
  | "question"
  | "fixed"
  | "changes"
  | "result"
  | "rows";

/** One part of what is sent to the model, word for word. */
export interface SentPart {
  kind: SentKind;
  text: string;
}

const byName =
  <T>(of: (item: T) => string) =>
  (a: T, b: T): number =>
    of(a) < of(b) ? -1 : of(a) > of(b) ? 1 : 0;

/** Data as JSON on one line: no name and no value can end it or begin a section. */
const data = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c");

const sorted = (sources: readonly AskSource[]) => sources.toSorted(byName((one) => one.table));

/** Names and kinds of all columns; the same bytes for the same tables, in whatever order the page sends them. */
export function schemaText(sources: readonly AskSource[]): string {
  const tables = sorted(sources).map(({ table, name, rows, columns }) =>
    data({ table, name, rows, columns: columns.map((column) => [column.name, column.kind]) }),
  );
  return ["<tables>", ...tables, "</tables>"].join("\n");
}

const day = (ms: number): string => {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? String(ms) : date.toISOString().slice(0, 19);
};

function profileOf(column: AskColumn): Record<string, unknown> {
  const { name, kind, nulls, distinct, approximate, min, max, top, shapes } = column;
  const time = kind === "date" || kind === "timestamp";
  const bound = (value: number | null) => (time && value !== null ? day(value) : value);
  return {
    name,
    ...(nulls > 0 ? { nulls } : {}),
    distinct: approximate ? `about ${distinct}` : distinct,
    ...(min === null ? {} : { min: bound(min), max: bound(max) }),
    ...(top.length === 0 ? {} : { top: top.map(({ value, count }) => [value, count]) }),
    ...(shapes.length === 0 ? {} : { shapes }),
  };
}

/** What the columns hold, without any value that fewer than five rows share. */
export function profilesText(sources: readonly AskSource[]): string {
  const lines = sorted(sources).flatMap(({ table, columns }) => [
    data({ table }),
    ...columns.map((column) => data(profileOf(column))),
  ]);
  return ["<profiles>", ...lines, "</profiles>"].join("\n");
}

/** What the firm means by its words. `text` is that of the semantic layer; empty when there is none. */
export function glossaryText(text: string): string {
  return ["<glossary>", text.trim() === "" ? "none" : data(text), "</glossary>"].join("\n");
}

/** A question that somebody of the firm has verified, with its SQL. */
export interface Pair {
  question: string;
  sql: string;
}

/** The verified questions nearest to the one asked. */
export function pairsText(pairs: readonly Pair[]): string {
  return [
    "<verified>",
    ...pairs.map(({ question, sql }) => data({ question, sql })),
    "</verified>",
  ].join("\n");
}

/** A question with the day on which it is asked and what the person fixed. `today` is YYYY-MM-DD in that zone. */
export function questionText(asked: {
  question: string;
  today: string;
  timeZone: string;
  language: "fr" | "en";
  fixed: readonly { label: string; value: string }[];
}): string {
  const { question, today, timeZone, language, fixed } = asked;
  const held = fixed.map(({ label, value }) => `[${label} = ${value}]`);
  return [
    `Today is ${today} in ${timeZone}; the page is in ${language === "fr" ? "French" : "English"}.`,
    ["Question:", question, ...held].join(" "),
  ].join("\n");
}
