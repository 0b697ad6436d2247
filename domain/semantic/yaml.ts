import {
  isCollection,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  stringify,
  visit,
  type ErrorCode,
} from "yaml";
import type { KnownTable } from "./columns.ts";
import type { SemanticDocument } from "./model.ts";
import { checkSemantic, type SemanticProblem } from "./problems.ts";

/** What keeps a text from being YAML, by what mends it. */
export type SyntaxFault =
  | "indent"
  | "tab"
  | "colon"
  | "unclosed"
  | "key"
  | "quote"
  | "alias"
  | "other";

/** A problem with the line (from 1) on which it stands. */
export type YamlProblem =
  | (SemanticProblem & { line: number })
  | { reason: "syntax"; line: number; fault: SyntaxFault };

/** The parser's codes that people can act on. */
const FAULTS: Partial<Record<ErrorCode, SyntaxFault>> = {
  BAD_INDENT: "indent",
  TAB_AS_INDENT: "tab",
  MULTILINE_IMPLICIT_KEY: "colon",
  BLOCK_AS_IMPLICIT_KEY: "colon",
  MISSING_CHAR: "unclosed",
  DUPLICATE_KEY: "key",
  BAD_SCALAR_START: "quote",
  BAD_ALIAS: "alias",
};

/** A model as YAML, in the order of its fields. */
export function writeYaml(document: SemanticDocument | Record<string, unknown>): string {
  return stringify(document, { lineWidth: 120, aliasDuplicateObjects: false });
}

const unreadable = (line: number, fault: SyntaxFault) => ({
  document: null,
  value: undefined,
  problems: [{ reason: "syntax" as const, line, fault }],
});

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The same, in its order, with what it leaves out. Of what is no map nothing is known. */
const filled = (value: unknown, usual: Record<string, unknown>): unknown =>
  isPlain(value)
    ? {
        ...value,
        ...Object.fromEntries(Object.entries(usual).filter(([key]) => !(key in value))),
      }
    : value;

/** An entry with what a person may leave out: the form begins with the same. */
function withOptional(section: string, entry: unknown): unknown {
  if (section === "glossary") return filled(entry, { synonyms: [] });
  if (!isPlain(entry) || (section !== "measures" && section !== "dimensions")) return entry;
  const told = filled(entry, {
    label: {},
    ...(section === "measures" && { format: "number" }),
    description: "",
    synonyms: {},
  });
  if (!isPlain(told)) return told;
  return {
    ...told,
    label: filled(told["label"], { en: "" }),
    synonyms: filled(told["synonyms"], { fr: [], en: [] }),
  };
}

/** A value with the lists and fields that may be left out. */
function whole(value: unknown): unknown {
  if (value !== null && !isPlain(value)) return value;
  const lists = { measures: [], dimensions: [], joins: [], filters: [], glossary: [], ...value };
  return Object.fromEntries(
    Object.entries(lists).map(([section, list]: [string, unknown]) => [
      section,
      Array.isArray(list) ? list.map((entry) => withOptional(section, entry)) : list,
    ]),
  );
}

/**
 * Reads a model out of YAML, whose lists may be left out when they are empty, as may fields that say nothing. `found` are problems that are known from elsewhere.
 * @returns the document, where the text has the form of one; the value that was read, whatever its form (undefined where the text is no
 * YAML); and what is wrong with it, each with its line.
 */
export function readYaml(
  text: string,
  tables: readonly KnownTable[],
  found: readonly SemanticProblem[] = [],
): { document: SemanticDocument | null; value: unknown; problems: YamlProblem[] } {
  const lines = new LineCounter();
  // No aliases and no tags of one's own: a model is plain data, and a short text can't grow into a large one.
  const yaml = parseDocument(text, { lineCounter: lines, schema: "core", uniqueKeys: true });
  // The first alone: what follows it is mostly its consequence.
  const [error] = yaml.errors;
  if (error) return unreadable(lines.linePos(error.pos[0]).line, FAULTS[error.code] ?? "other");
  let alias: number | undefined;
  visit(yaml, {
    Alias: (_key, node) => {
      alias = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  if (alias !== undefined) return unreadable(lines.linePos(alias).line, "alias");
  const value = whole(yaml.toJS());
  const { document, problems } = checkSemantic(value, tables);
  const lineOf = (path: readonly (string | number)[]): number => {
    const offset = offsetOf(yaml.contents, path);
    return offset === undefined ? 1 : lines.linePos(offset).line;
  };
  return {
    document,
    value,
    problems: [...problems, ...found]
      .map((problem) => ({ ...problem, line: lineOf(problem.path) }))
      .toSorted((a, b) => a.line - b.line),
  };
}

/** Where a path stands in the text: its key, or the nearest above it that is there. */
function offsetOf(node: unknown, path: readonly (string | number)[]): number | undefined {
  const own = isCollection(node) || isScalar(node) ? node.range?.[0] : undefined;
  const [step, ...rest] = path;
  if (step === undefined || !isCollection(node)) return own;
  for (const [at, item] of node.items.entries()) {
    if (!isPair(item)) {
      if (at === step) return offsetOf(item, rest) ?? own;
      continue;
    }
    if (!isScalar(item.key) || item.key.value !== step) continue;
    if (rest.length === 0) return item.key.range?.[0] ?? own;
    return offsetOf(item.value, rest) ?? item.key.range?.[0] ?? own;
  }
  return own;
}
