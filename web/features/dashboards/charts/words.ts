import { isTime } from "#domain/analytics/profile.ts";
import { cellText } from "#web/features/analytics/cell-text.ts";
import type { Cell } from "#web/features/analytics/engine/values.ts";
import { typeset, type Format } from "#web/lib/format.ts";
import type { Dictionary } from "#web/lib/i18n.tsx";
import type { Axis } from "./drawn.ts";

const DAY = 86_400_000;

/** How the marks of a chart are named for one person. */
export interface MarkWords {
  /** A value of the axis. */
  name(value: Cell): string;
  /** A figure, short: 12 k, 3,4 M. */
  short(value: number): string;
}

/** Months when every time is the first of one, years when every time is a first of January. */
function spanOf(values: readonly Cell[]): "year" | "month" | "day" {
  const times = values.flatMap((value) => (typeof value === "number" ? new Date(value) : []));
  if (times.length === 0) return "day";
  if (times.some((at) => at.getUTCDate() !== 1 || at.getTime() % DAY !== 0)) return "day";
  return times.length > 1 && times.every((at) => at.getUTCMonth() === 0) ? "year" : "month";
}

export function markWords(
  axis: Axis,
  locale: string,
  f: Format,
  t: Dictionary["analytics"]["preview"],
): MarkWords {
  const compact = new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 });
  const every = isTime(axis.kind) ? spanOf(axis.values) : "day";
  const year = axis.values.length > 12 ? ({ year: "2-digit" } as const) : {};
  const month = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC", ...year });
  return {
    short: (value) => typeset(compact.format(value)),
    name: (value) => {
      if (typeof value !== "number" || !isTime(axis.kind)) {
        return cellText(value, axis.kind, f, t) || "–";
      }
      if (every === "year") return String(new Date(value).getUTCFullYear());
      return every === "month"
        ? typeset(month.format(value))
        : f.day(new Date(value).toISOString().slice(0, 10));
    },
  };
}
