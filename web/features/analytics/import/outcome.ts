import type { Reading } from "#domain/analytics/reading.ts";
import type { Outcome } from "#domain/analytics/sniff/doubt.ts";
import type { RepairedImport } from "#web/features/analytics/engine/import-repaired.ts";
import type { RejectReason } from "#web/features/analytics/engine/rejects.ts";

const UNCUT: readonly RejectReason["code"][] = ["missing", "extra", "quote", "swallowed"];

/** What an import says of the decisions that it was done with; its lines are counted as far as they are kept. */
export function outcomeOf({
  reading,
  rejects,
  rejected,
  swallowed,
  rows,
}: RepairedImport): Outcome {
  const reasons = rejects.map(({ reason }) => reason);
  const kinds = reasons.map((reason) => reason.code === "cell" && kindOf(reading, reason.column));
  const count = (test: (kind: unknown) => boolean): number => kinds.filter(test).length;
  return {
    lines: rows + rejected + swallowed.lines,
    columns: reading.columns.length,
    uncut: reasons.filter(({ code }) => UNCUT.includes(code)).length,
    numbers: count((kind) => kind === "number" || kind === "integer"),
    dates: count((kind) => kind === "date" || kind === "timestamp"),
  };
}

const kindOf = (reading: Reading, column: number) => reading.columns[column]?.kind;
