import type { Format } from "#web/lib/format.ts";
import type { Dictionary } from "#web/lib/i18n.tsx";
import type { ImportState } from "./import-state.ts";

/** Under the decisions: what a date that reads both ways is taken for, and what it would be otherwise. */
export function dateNote(state: ImportState, t: Dictionary["analytics"], f: Format): string | null {
  const evidence = state.sniffed?.evidence.dates;
  if (evidence?.code !== "dates.ambiguous" || state.reading === undefined) return null;
  const [first, second, year] = evidence.sample.split(/[ T]/)[0]?.split(/[-/.]/) ?? [];
  if (first === undefined || second === undefined || year === undefined) return null;
  const full = year.length === 2 ? `20${year}` : year;
  const say = (month: string, day: string): string =>
    f.day(`${full}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`, 0);
  const [dayFirst, monthFirst] = [say(second, first), say(first, second)];
  return state.reading.dates === "dmy"
    ? t.reading.dateExample(evidence.sample, dayFirst, monthFirst)
    : t.reading.dateExample(evidence.sample, monthFirst, dayFirst);
}
