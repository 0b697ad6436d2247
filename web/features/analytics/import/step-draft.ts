import type { Step } from "#domain/analytics/steps/step.ts";

/** What a person picks from the list of steps. */
export type StepKind =
  | "trim"
  | "upper"
  | "lower"
  | "replace"
  | "split"
  | "merge"
  | "fill"
  | "totals"
  | "empties"
  | "duplicates"
  | "rename"
  | "compute";

/** The fields of the dialog, whatever the step. */
export interface StepDraft {
  column: string;
  from: string;
  to: string;
  whole: boolean;
  separator: string;
  into: string;
  name: string;
  expression: string;
}

/** Steps that need nothing but their column are done at once from a column's menu. */
export function plainStep(kind: StepKind, column: string | null): Step | undefined {
  if (kind === "trim") return { do: "trim", column };
  if (kind === "totals" || kind === "empties" || kind === "duplicates")
    return { do: "drop", what: kind, column };
  if (column === null) return undefined;
  if (kind === "upper" || kind === "lower") return { do: "case", column, to: kind };
  return kind === "fill" || kind === "merge" ? { do: kind, column } : undefined;
}

/** Names of the columns that a split makes, as they are typed: separated by commas. */
export const namesOf = (typed: string): string[] =>
  typed
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");

/** The step that was filled in; undefined while something is missing. */
export function draftedStep(kind: StepKind, draft: StepDraft): Step | undefined {
  const { column } = draft;
  const plain = plainStep(kind, column === "" ? null : column);
  if (plain !== undefined) return plain;
  const into = namesOf(draft.into);
  switch (kind) {
    case "replace":
      return column === "" || draft.from === ""
        ? undefined
        : { do: "replace", column, from: draft.from, to: draft.to, whole: draft.whole };
    case "split":
      return column === "" || draft.separator === "" || into.length < 2 || into.length > 8
        ? undefined
        : { do: "split", column, separator: draft.separator, into };
    case "rename":
      return column === "" || draft.to.trim() === ""
        ? undefined
        : { do: "rename", column, to: draft.to.trim() };
    case "compute":
      return draft.name.trim() === "" || draft.expression.trim() === ""
        ? undefined
        : { do: "compute", name: draft.name.trim(), expression: draft.expression.trim() };
    case "trim":
    case "upper":
    case "lower":
    case "fill":
    case "merge":
    case "totals":
    case "empties":
    case "duplicates":
      return undefined;
    default:
      return kind satisfies never;
  }
}
