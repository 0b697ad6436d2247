import { isTime } from "#domain/analytics/profile.ts";
import { cellText } from "#web/features/analytics/cell-text.ts";
import type { Cell } from "#web/features/analytics/engine/values.ts";
import { typeset, type Format } from "#web/lib/format.ts";
import type { Dictionary } from "#web/lib/i18n.tsx";
import type { Plot } from "./chart-data.ts";
import type { ChartWords } from "./chart-options.ts";

const DAY = 86_400_000;

/** Months when every time is the first of one, years when every time is a first of January. */
function step(values: readonly Cell[]): "year" | "month" | "day" {
  const times = values.flatMap((value) => (typeof value === "number" ? new Date(value) : []));
  if (times.length < 2 || times.some((at) => at.getUTCDate() !== 1 || at.getTime() % DAY !== 0))
    return "day";
  return times.every((at) => at.getUTCMonth() === 0) ? "year" : "month";
}

/** How a chart writes its figures and dates for one person. */
export function chartWords(
  plot: Plot,
  locale: string,
  f: Format,
  t: Dictionary["analytics"]["preview"],
): ChartWords {
  const compact = new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 });
  const every = isTime(plot.x.kind) ? step(plot.x.values) : "day";
  const year = plot.x.values.length > 12 ? ({ year: "2-digit" } as const) : {};
  const month = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC", ...year });
  const short = (value: number): string => typeset(compact.format(value));
  return {
    number: (value) => f.number(value, Number.isInteger(value) ? 0 : 2),
    short,
    x: (value) => {
      if (typeof value !== "number" || !isTime(plot.x.kind)) {
        return typeof value === "number" && plot.type === "histogram"
          ? short(value)
          : cellText(value, plot.x.kind, f, t) || "–";
      }
      if (every === "year") return String(new Date(value).getUTCFullYear());
      return every === "month"
        ? typeset(month.format(value))
        : f.day(new Date(value).toISOString().slice(0, 10));
    },
  };
}
