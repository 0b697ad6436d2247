import type { z } from "#domain/analytics/page-zod.ts";
import { unknownColumns, type KnownTable } from "./columns.ts";
import { SemanticDocument } from "./model.ts";

/** What is wrong in a document, and where: the words are the page's. */
export interface SemanticProblem {
  path: (string | number)[];
  reason:
    | "missing"
    | "unknown"
    | "name"
    | "choice"
    | "invalid"
    | "long"
    | "twice"
    | "table"
    | "column"
    /** A measure that gives a value for each row: the engine alone can say so. */
    | "aggregate";
  /** The word that is wrong: a key that is none, a name that stands twice, a table or a column that is not there. */
  word?: string;
  /** What it may be, where that is a choice; what to write instead. */
  options?: string[];
}

/** Whether a model can be saved as it is all the same: what is not there may come, or was there when it was written. */
export const canWait = ({ reason }: { reason: string }): boolean =>
  reason === "table" || reason === "column";

export const EMPTY: SemanticDocument = {
  measures: [],
  dimensions: [],
  joins: [],
  filters: [],
  glossary: [],
};

type Issue = z.core.$ZodIssue;
type Path = (string | number)[];

const pathOf = (issue: Issue): Path => issue.path.filter((step) => typeof step !== "symbol");

function problemsOf(issue: Issue): SemanticProblem[] {
  const path = pathOf(issue);
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((word) => ({ path: [...path, word], reason: "unknown", word }));
  if (issue.code === "too_big" || issue.code === "custom") return [{ path, reason: "long" }];
  if (issue.code === "too_small") return [{ path, reason: "missing" }];
  const choice = issue.code === "invalid_value";
  if ((choice || issue.code === "invalid_type") && (issue.input ?? null) === null)
    return [{ path, reason: "missing" }];
  if (choice) return [{ path, reason: "choice", options: issue.values.map(String) }];
  const last = path.at(-1);
  const named = last === "name" || last === "source" || last === "from" || last === "to";
  return [{ path, reason: issue.code === "invalid_format" && named ? "name" : "invalid" }];
}

/** Names that stand twice among measures and dimensions: nobody could tell them apart in a question. */
function twice(document: SemanticDocument): SemanticProblem[] {
  const seen = new Set<string>();
  return (["measures", "dimensions"] as const).flatMap((kind) =>
    document[kind].flatMap(({ name }, at): SemanticProblem[] => {
      const first = !seen.has(name);
      seen.add(name);
      return first ? [] : [{ path: [kind, at, "name"], reason: "twice", word: name }];
    }),
  );
}

/** Tables that the workspace does not hold. */
function absent(document: SemanticDocument, tables: readonly KnownTable[]): SemanticProblem[] {
  const named: [Path, string][] = [];
  for (const kind of ["measures", "dimensions", "filters"] as const)
    document[kind].forEach(({ source }, at) => named.push([[kind, at, "source"], source]));
  document.joins.forEach(({ from, to }, at) => {
    named.push([["joins", at, "from"], from], [["joins", at, "to"], to]);
  });
  return named
    .filter(([, name]) => !tables.some(({ table }) => table === name))
    .map(([path, word]) => ({ path, reason: "table", word }));
}

/** Columns that its tables do not have. */
function strange(document: SemanticDocument, tables: readonly KnownTable[]): SemanticProblem[] {
  const told = (path: Path, sql: string, own: string | undefined) =>
    unknownColumns(sql, own, tables).map((word): SemanticProblem => ({
      path,
      reason: "column",
      word,
    }));
  return [
    ...(["measures", "dimensions", "filters"] as const).flatMap((kind) =>
      document[kind].flatMap(({ sql, source }, at) => told([kind, at, "sql"], sql, source)),
    ),
    ...document.joins.flatMap(({ on }, at) => told(["joins", at, "on"], on, undefined)),
  ];
}

/**
 * Holds a value against what a model may say, and against the tables of its workspace and their columns.
 * @returns the document, where it has the form of one, and everything that is wrong with it.
 */
export function checkSemantic(
  value: unknown,
  tables: readonly KnownTable[],
): { document: SemanticDocument | null; problems: SemanticProblem[] } {
  const parsed = SemanticDocument.safeParse(value, { reportInput: true });
  if (!parsed.success) {
    // An empty name is too short and none of the pattern besides: one thing to correct.
    const all = parsed.error.issues.flatMap(problemsOf);
    const firsts = new Map(all.toReversed().map((one) => [JSON.stringify(one.path), one]));
    return { document: null, problems: all.filter((one) => [...firsts.values()].includes(one)) };
  }
  return {
    document: parsed.data,
    problems: [
      ...twice(parsed.data),
      ...absent(parsed.data, tables),
      ...strange(parsed.data, tables),
    ],
  };
}
