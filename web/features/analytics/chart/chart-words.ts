import { figureWriter } from "#domain/analytics/chart/figure.ts";
import type { Plot } from "#domain/analytics/chart/plot.ts";
import { monthWriter, timeStep } from "#domain/analytics/chart/times.ts";
import { isTime } from "#domain/analytics/profile.ts";
import type { ColumnKind } from "#domain/analytics/reading.ts";
import { typeset } from "#domain/i18n/typography.ts";
import { cellText } from "#web/features/analytics/cell-text.ts";
import type { Cell } from "#web/features/analytics/engine/values.ts";
import type { Format } from "#web/lib/format.ts";
import type { Dictionary } from "#web/lib/i18n.tsx";

/** How figures and dates are written; the maker knows the locale. */
export interface ChartWords {
  number: (value: number) => string;
  /** Short, for axes: 12 k, 3 M. */
  short: (value: number) => string;
  /** A value of the x axis, short. */
  x: (value: Cell) => string;
  /** The same by itself: a month with its year. */
  name: (value: Cell) => string;
  /** 0.12 is 12 %, without decimals. */
  share: (part: number) => string;
}

/** Writes the values of one column as a head or an axis does: times by their step (`whole`: months with their year), the rest as cells. */
export function valueWriter(
  kind: ColumnKind,
  values: readonly Cell[],
  locale: string,
  f: Format,
  t: Dictionary["analytics"]["preview"],
  whole = false,
): (value: Cell) => string {
  const every = isTime(kind) ? timeStep(values) : "day";
  const year = whole ? "numeric" : values.length > 12 ? "2-digit" : undefined;
  const month = monthWriter(locale, year);
  return (value) => {
    if (typeof value !== "number" || !isTime(kind)) {
      // A year is no amount: it has no mark of thousands.
      if (kind === "integer" && typeof value === "number" && value > 999 && value < 3_000)
        return String(value);
      return cellText(value, kind, f, t) || "–";
    }
    if (every === "year") return String(new Date(value).getUTCFullYear());
    return every === "month" ? month(value) : f.day(new Date(value).toISOString().slice(0, 10));
  };
}

/** How a chart writes its figures and dates for one person. */
export function chartWords(
  plot: Plot,
  locale: string,
  f: Format,
  t: Dictionary["analytics"]["preview"],
): ChartWords {
  const figures = figureWriter(locale, plot.look.format);
  const x = valueWriter(plot.x.kind, plot.x.values, locale, f, t);
  const name = valueWriter(plot.x.kind, plot.x.values, locale, f, t, true);
  const share = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  const spread = plot.type === "histogram";
  return {
    // A histogram counts rows: the format is that of the figures on its axis.
    number: spread ? figureWriter(locale).full : figures.full,
    short: spread ? figureWriter(locale).short : figures.short,
    x: (value) => (spread && typeof value === "number" ? figures.short(value) : x(value)),
    name: (value) => (spread && typeof value === "number" ? figures.full(value) : name(value)),
    share: (part) => typeset(share.format(part)),
  };
}
