import type { Dictionary } from "#web/lib/i18n.tsx";
import type { Entry, Section } from "./model-draft.ts";

type FieldWord = keyof Dictionary["semantic"]["fields"];

/** A field of an entry: where it stands, what it is called and how it is typed. */
export interface SectionField {
  path: readonly string[];
  word: FieldWord;
  as: "line" | "sql" | "words" | "table" | "format" | "kind" | "text";
}

const field = (word: FieldWord, as: SectionField["as"], ...path: string[]): SectionField => ({
  path: path.length > 0 ? path : [word],
  word,
  as,
});

const namedFields = [
  field("labelFr", "line", "label", "fr"),
  field("labelEn", "line", "label", "en"),
  field("name", "line"),
  field("source", "table"),
  field("sql", "sql"),
];
const told = [
  field("description", "line"),
  field("synonymsFr", "words", "synonyms", "fr"),
  field("synonymsEn", "words", "synonyms", "en"),
];

/** The fields of each section, in the order in which they are filled in. */
export const SECTION_FIELDS: Record<Section, readonly SectionField[]> = {
  measures: [...namedFields, field("format", "format"), ...told],
  dimensions: [...namedFields, ...told],
  joins: [field("from", "table"), field("to", "table"), field("on", "sql"), field("kind", "kind")],
  filters: [field("label", "line"), field("source", "table"), field("condition", "sql", "sql")],
  glossary: [field("term", "line"), field("synonyms", "words"), field("meaning", "text")],
};

/** A new entry of a section, for a table. */
export function blankEntry(section: Section, table: string): Entry {
  const names = { name: "", label: { fr: "", en: "" }, sql: "", source: table };
  const words = { description: "", synonyms: { fr: [], en: [] } };
  if (section === "measures") return { ...names, format: "number", ...words };
  if (section === "dimensions") return { ...names, ...words };
  if (section === "joins") return { from: table, to: "", on: "", kind: "many-to-one" };
  if (section === "filters") return { source: table, sql: "", label: "" };
  return { term: "", synonyms: [], meaning: "" };
}

/** What stands at a path of an entry; undefined where nothing does. */
export function valueAt(entry: Entry, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === "object" && value !== null ? (value as Entry)[step] : undefined,
    entry,
  );
}

/** The entry with another value at a path. */
export function withValue(entry: Entry, path: readonly string[], value: unknown): Entry {
  const [step, ...rest] = path;
  if (step === undefined) return entry;
  if (rest.length === 0) return { ...entry, [step]: value };
  const inner = entry[step];
  const below = typeof inner === "object" && inner !== null ? (inner as Entry) : {};
  return { ...entry, [step]: withValue(below, rest, value) };
}

/** What an entry is called in the list, in the reader's language where it has a word for it. */
export function titleOf(section: Section, entry: Entry, language: "fr" | "en"): string {
  const named = [["label", language], ["label", "fr"], ["name"]];
  const paths: Record<Section, readonly (readonly string[])[]> = {
    measures: named,
    dimensions: named,
    joins: [],
    filters: [["label"], ["sql"]],
    glossary: [["term"]],
  };
  if (section === "joins")
    return [entry["from"], entry["to"]].filter((one) => typeof one === "string" && one).join(" → ");
  const found = paths[section].map((path) => valueAt(entry, path));
  return found.find((one): one is string => typeof one === "string" && one !== "") ?? "";
}
