import { isMeasure } from "#domain/analytics/profile.ts";
import type { ColumnKind } from "#domain/analytics/reading.ts";
import { typeset } from "#domain/i18n/typography.ts";
import { figureRows } from "./figure-rows.ts";
import { figureWriter } from "./figure.ts";
import type { FigureFormat } from "./look.ts";
import type { PointValue } from "./point.ts";
import type { SpecOf } from "./spec.ts";

/** One figure and what it is held against. `change` is a share of `against` (0.12 is 12 % more), null where there is none. */
export interface BigFigure {
  value: number | null;
  against: { kind: "row" | "column" | "target"; value: number; at: PointValue } | null;
  change: number | null;
}

const number = (cell: PointValue | undefined): number | null =>
  typeof cell === "number" ? cell : null;

/** Reads a figure off a result: with `over`, the last row in the order of that column, held against the one before. */
export function bigFigure(
  table: {
    columns: readonly { name: string }[];
    rows: readonly (readonly PointValue[])[];
  },
  spec: SpecOf<"number">,
): BigFigure {
  const place = (name: string): number => table.columns.findIndex((one) => one.name === name);
  const value = place(spec.value);
  const over = spec.over === undefined ? -1 : place(spec.over);
  const [row, previous] = figureRows(table, spec);
  const figure = number(row?.[value]);
  const against = (): BigFigure["against"] => {
    if (spec.target !== undefined) return { kind: "target", value: spec.target, at: null };
    if (spec.before !== undefined) {
      const before = number(row?.[place(spec.before)]);
      return before === null ? null : { kind: "column", value: before, at: null };
    }
    const before = number(previous?.[value]);
    return before === null ? null : { kind: "row", value: before, at: previous?.[over] ?? null };
  };
  const held = figure === null ? null : against();
  return {
    value: figure,
    against: held,
    change:
      held === null || figure === null || held.value === 0
        ? null
        : (figure - held.value) / Math.abs(held.value),
  };
}

/** A change is told to the thousandth: what rounds to none is none. */
const STEPS = 1_000;

/** Which way a figure went, -1, 0 or 1, and whether that is good: in debts and delays, less is. */
export function courseOf(
  change: number | null,
  better: SpecOf<"number">["better"],
): { way: number; good: boolean | null } {
  const way = Math.sign(Math.round((change ?? 0) * STEPS));
  return { way, good: way === 0 ? null : way > 0 === (better !== "lower") };
}

/** What a figure of a dashboard is held against: what its spec names, or else the second number beside it in the result. */
export function heldFigure(
  columns: readonly { name: string; kind: ColumnKind }[],
  spec: SpecOf<"number">,
): SpecOf<"number"> {
  const { target, over, before, value } = spec;
  if (target !== undefined || over !== undefined || before !== undefined) return spec;
  const other = columns.find(({ name, kind }) => name !== value && isMeasure(kind))?.name;
  return other === undefined ? spec : { ...spec, before: other };
}

/** From here on, cents are left out. */
const LARGE = 1_000;

/** One figure of a dashboard in words: of large ones nobody reads the cents, unless they are asked for. */
export function writtenFigure(
  value: number | null,
  locale: string,
  format: FigureFormat | undefined,
): string {
  if (value === null) return "–";
  const whole = format?.decimals === undefined && Math.abs(value) >= LARGE;
  const plain = (format?.scale ?? "none") === "none";
  return figureWriter(locale, whole && plain ? { ...format, decimals: 0 } : format).full(value);
}

/** How far a figure is from another: in points between percentages, else as a share with its sign, to a tenth. Null where it is from none. */
export function writtenChange(
  { value, against, change }: BigFigure,
  locale: string,
  format: FigureFormat | undefined,
): string | null {
  if (value === null || against === null || change === null) return null;
  const points = format?.style === "percent";
  const signs = { maximumFractionDigits: 1, signDisplay: "exceptZero" } as const;
  const style = points ? signs : ({ ...signs, style: "percent" } as const);
  const far = points ? (value - against.value) * 100 : change;
  const steps = points ? 10 : 1_000;
  const text = new Intl.NumberFormat(locale, style).format(Math.round(far * steps) / steps);
  return typeset(points ? `${text}\u00A0pt` : text);
}
