import type { Reading } from "#domain/analytics/reading.ts";
import type { Dictionary } from "#web/lib/i18n.tsx";

const names = (columns: readonly { name: string }[]): string =>
  columns.map(({ name }) => name).join(", ");

/** Says what is done to the cells on the way in. Lines that are skipped stand with their decision. */
export function cleaningSteps(reading: Reading, t: Dictionary["analytics"]): string[] {
  const kept = reading.columns.filter(({ skipped }) => !skipped);
  const amounts = kept.filter(({ kind, cleaned }) => kind === "number" && cleaned);
  const yesNo = kept.filter(({ kind }) => kind === "boolean");
  const steps: string[] = [];
  if (amounts.length > 0) steps.push(t.cleaning.amounts(names(amounts)));
  if (yesNo.length > 0) steps.push(t.cleaning.yesNo(names(yesNo)));
  if (reading.nullWords.length > 0) steps.push(t.evidence.words(reading.nullWords.join(", ")));
  const skipped = reading.columns.filter((column) => column.skipped);
  if (skipped.length > 0) steps.push(t.cleaning.skipped(names(skipped)));
  const own = (reading.steps ?? []).length > 0;
  return steps.length > 0 || own ? steps : [t.cleaning.nothing];
}
