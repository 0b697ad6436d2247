import type { DateOrder, Evidence, NumberStyle } from "#domain/analytics/reading.ts";
import type { ColumnEvidence } from "./columns.ts";
import { dateShape } from "./dates.ts";

/** From this share on, numbers or dates among the texts of a column are worth a look. */
const SOME = 0.3;

/** Decides on the decimal sign for the whole file, by the cells that read in one style alone. */
export function sniffNumbers(
  columns: readonly ColumnEvidence[],
  delimiter: string,
): { numbers: NumberStyle; evidence: Evidence } {
  const votes = { comma: 0, point: 0 };
  let sample: { comma?: string; point?: string } = {};
  let ambiguous: string | undefined;
  let among: string | undefined;
  for (const { cells, styles: all, dates } of columns) {
    if (dates.length > cells.length / 2) continue;
    const read = all.filter((styles) => styles !== null).length;
    if (read < cells.length * 0.9) {
      if (read >= cells.length * SOME)
        among ??= cells.find((cell, at) => all[at] && /\d[.,]\d/.test(cell));
      continue;
    }
    for (const [at, cell] of cells.entries()) {
      const styles = all[at] ?? null;
      const only = styles?.length === 1 ? styles[0] : undefined;
      if (only === undefined) {
        if (styles !== null && /[.,]/.test(cell)) ambiguous ??= cell;
        continue;
      }
      votes[only]++;
      if (only === "comma" ? /,/.test(cell) : /\./.test(cell)) sample = { [only]: cell, ...sample };
    }
  }
  const loose: Evidence | undefined =
    among === undefined ? undefined : { code: "numbers.among", sample: among, sure: false };
  const fallback: NumberStyle = delimiter === ";" ? "comma" : "point";
  if (votes.comma + votes.point === 0) {
    return ambiguous === undefined
      ? { numbers: fallback, evidence: loose ?? { code: "numbers.none", sure: true } }
      : {
          numbers: fallback,
          evidence: { code: "numbers.ambiguous", sample: ambiguous, sure: false },
        };
  }
  const numbers = votes.comma >= votes.point ? "comma" : "point";
  const shown = sample[numbers];
  const contrary = sample[numbers === "comma" ? "point" : "comma"];
  if (contrary !== undefined)
    return { numbers, evidence: { code: "numbers.mixed", sample: contrary, sure: false } };
  return shown === undefined
    ? { numbers, evidence: loose ?? { code: "numbers.none", sure: true } }
    : { numbers, evidence: { code: "numbers.seen", sample: shown, sure: true } };
}

/** True when day and month differ, so that their order shows. */
const tells = (cell: string): boolean => new Set(cell.split(/[-/. T]/, 2).map(Number)).size === 2;

/**
 * Decides on the order of day and month: one date that reads in one order alone proves it, unless another proves the contrary. The sample
 * is what proves it, else what contradicts it, else what reads both ways. A `regional` file, which a spreadsheet saved for a country of
 * semicolons and decimal commas, has the day first unless one of its dates says otherwise.
 */
export function sniffDates(
  columns: readonly ColumnEvidence[],
  regional: boolean,
): {
  dates: DateOrder;
  evidence: Evidence;
} {
  const dated = columns.filter(
    ({ cells, dates }) => dates.length > 0 && dates.length >= cells.length * 0.9,
  );
  const shapes = dated.flatMap(({ dates }) => dates);
  const unordered = shapes.filter(({ order }) => order !== "iso");
  if (shapes.length === 0) {
    const mixed = columns.find(
      ({ cells, dates: some }) => some.length > 0 && some.length >= cells.length * SOME,
    );
    const sample = mixed?.cells.find((cell) => dateShape(cell) !== null);
    return {
      dates: "dmy",
      evidence:
        sample === undefined
          ? { code: "dates.none", sure: true }
          : { code: "dates.among", sample, sure: false },
    };
  }
  if (unordered.length === 0) return { dates: "dmy", evidence: { code: "dates.iso", sure: true } };
  const count = (order: DateOrder): number =>
    unordered.filter((shape) => shape.order === order).length;
  const proofs = { dmy: count("dmy"), mdy: count("mdy") };
  const dates = proofs.mdy > proofs.dmy ? "mdy" : "dmy";
  const other = dates === "dmy" ? "mdy" : "dmy";
  const cells = dated.flatMap((column) => column.cells);
  const first = (order: DateOrder): string =>
    cells.find((cell) => dateShape(cell)?.order === order) ?? "";
  if (proofs[other] > 0)
    return { dates, evidence: { code: "dates.mixed", sample: first(other), sure: false } };
  if (proofs[dates] > 0)
    return { dates, evidence: { code: "dates.proved", sample: first(dates), sure: true } };
  const both = cells.filter((cell) => dateShape(cell)?.order === null);
  const sample = both.find(tells) ?? both[0] ?? "";
  return regional
    ? { dates, evidence: { code: "dates.regional", sample, sure: true } }
    : { dates, evidence: { code: "dates.ambiguous", sample, sure: false } };
}
