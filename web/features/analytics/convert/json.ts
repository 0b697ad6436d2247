import type { Declared } from "#domain/analytics/sniff/declared.ts";
import { NotConverted, type Converted } from "./converted.ts";
import { flatten, type Flat } from "./flatten.ts";
import { makeText } from "./made-text.ts";

/** How deep lists are looked for in a document, and how many are offered. */
const DEPTH = 4;
const MOST_PARTS = 50;
/** More columns than this come from objects that are keyed by an id. */
const MOST_COLUMNS = 2_000;

/** Each line an object of its own, else one document. Throws NotConverted where neither reads. */
function parse(text: string): unknown {
  const start = text.trimStart();
  const line = start.slice(0, start.indexOf("\n") < 0 ? undefined : start.indexOf("\n")).trim();
  const whole = (): unknown => JSON.parse(start);
  try {
    if (start.startsWith("{") && line !== start.trimEnd() && isJson(line))
      return start.split("\n").flatMap((one) => (one.trim() === "" ? [] : [JSON.parse(one)]));
    return whole();
  } catch (error) {
    throw new NotConverted("damaged", error instanceof Error ? error.message : String(error), {
      cause: error,
    });
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The lists of a document by their path, largest first; a document that is a list has one, with an empty path. */
function listsOf(value: unknown, path: string, depth: number, into: Map<string, unknown[]>): void {
  if (Array.isArray(value)) {
    if (value.length > 0) into.set(path, value);
    return;
  }
  if (value === null || typeof value !== "object" || depth === 0) return;
  for (const [key, inner] of Object.entries(value))
    listsOf(inner, path === "" ? key : `${path}.${key}`, depth - 1, into);
}

/** Scalars in a list are rarely what a document is about. */
const weight = (rows: readonly unknown[]): number =>
  rows.length * (typeof rows[0] === "object" ? 1_000 : 1);

/**
 * A JSON document or lines of objects as text. A list of objects becomes rows, what is nested in them columns with dotted names, lists in
 * them text; a list of lists is a table already. Throws NotConverted.
 */
export function readJson(content: string, part: string | undefined): Converted {
  const document = parse(content.replace(/^\ufeff/, ""));
  const lists = new Map<string, unknown[]>();
  listsOf(document, "", DEPTH, lists);
  const parts = [...lists]
    .toSorted(([, a], [, b]) => weight(b) - weight(a))
    .slice(0, MOST_PARTS)
    .map(([path]) => path);
  const path = parts.find((one) => one === part) ?? parts[0] ?? "";
  const single = document !== null && typeof document === "object" && !Array.isArray(document);
  const rows = lists.get(path) ?? (single ? [document] : []);
  if (rows.length === 0) throw new NotConverted("empty");
  const source = { format: "json" as const, part: path, parts };
  if (rows.every(Array.isArray)) return { ...table(rows as unknown[][]), source };
  return { ...objects(rows), source };
}

type Scalar = string | number | boolean;

const cellText = (value: Scalar | object | null | undefined): string => {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
};

function table(rows: readonly unknown[][]): Pick<Converted, "text" | "declared"> {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const text = makeText();
  for (const row of rows)
    text.row(Array.from({ length: width }, (_, at) => cellText(row[at] as Scalar)));
  return { text: text.blob(), declared: undefined };
}

function objects(rows: readonly unknown[]): Pick<Converted, "text" | "declared"> {
  const seen = new Map<string, Set<string>>();
  const flat = rows.map((row): Flat => {
    const cells = flatten(row);
    for (const [name, value] of cells) {
      const kinds = seen.get(name) ?? new Set();
      if (value !== null) kinds.add(kindOf(value));
      seen.set(name, kinds);
    }
    if (seen.size > MOST_COLUMNS) throw new NotConverted("too-large");
    return cells;
  });
  const names = [...seen.keys()];
  if (names.length === 0) throw new NotConverted("empty");
  const text = makeText();
  text.row(names.map((name) => name || "?"));
  for (const cells of flat) text.row(names.map((name) => cellText(cells.get(name))));
  return { text: text.blob(), declared: [...seen.values()].map(declaredBy) };
}

const kindOf = (value: unknown): string =>
  typeof value === "number" ? (Number.isSafeInteger(value) ? "integer" : "number") : typeof value;

function declaredBy(kinds: ReadonlySet<string>): Declared {
  const all = [...kinds];
  if (all.length > 0 && all.every((kind) => kind === "integer")) return "integer";
  if (all.length > 0 && all.every((kind) => kind === "integer" || kind === "number"))
    return "number";
  if (all.length === 1 && all[0] === "boolean") return "boolean";
  return all.length === 1 && all[0] === "string" ? "string" : "text";
}
