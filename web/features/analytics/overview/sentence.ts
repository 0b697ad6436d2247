import type { Finding } from "#domain/analytics/overview/findings.ts";
import { CURRENCIES } from "#domain/analytics/profile.ts";
import type { ColumnUnit } from "#domain/analytics/reading.ts";
import type { Period } from "#domain/analytics/overview/period.ts";
import type { Format } from "#web/lib/format.ts";
import type { Dictionary } from "#web/lib/i18n.tsx";

type Words = Dictionary["analyticsOverview"];

/** Under this change, in basis points, a series is said to be steady. */
const STEADY = 300;
/** From this distance of the lowest from the highest on, as a share of the mean, a series goes up and down rather than be steady. */
const WIDE = 0.5;

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** A figure in a sentence, in its unit: decimals only where they matter. Whole figures stay as the table has them. */
function figure(value: number, f: Format, unit?: ColumnUnit): string {
  const whole = Number.isInteger(value) || Math.abs(value) >= 1_000;
  const currency = unit && CURRENCIES[unit];
  if (currency !== undefined) return f.money(Math.round(value * 100), currency, { whole });
  // Hundredths, as percentages are read: 20 is 20 %.
  if (unit === "%") return f.percent(Math.round(value * 100), 2);
  return whole ? f.number(Math.round(value), 0) : f.number(value, 2);
}

function when(at: number, period: Period, f: Format): string {
  if (period === "year") return String(new Date(at).getUTCFullYear());
  return period === "month" ? f.month(day(at)) : f.dayLong(day(at));
}

function trend(finding: Extract<Finding, { code: "trend" }>, f: Format, t: Words): string[] {
  const { measure, period, before, after, change, peak, low, gaps, partial, unit } = finding;
  const what = measure ?? t.says.rows;
  const per = t.titles.periods[period];
  const [first, second] = [figure(before, f, unit), figure(after, f, unit)];
  const level = change !== null && Math.abs(change) < STEADY;
  const wide = level && peak.value - low.value > WIDE * Math.abs(after);
  const said =
    change === null
      ? t.says.turned(what, first, second, per)
      : level
        ? capital(t.says[wide ? "varies" : "steady"](what, second, per))
        : t.says.trend(what, first, second, per, f.percent(change, 1, true));
  const top = t.says[period === "day" ? "peakDay" : "peak"];
  return [
    said,
    top(when(peak.at, period, f), figure(peak.value, f, unit)),
    ...(wide
      ? [
          t.says[period === "day" ? "lowDay" : "low"](
            when(low.at, period, f),
            figure(low.value, f, unit),
          ),
        ]
      : []),
    ...(gaps > 0 ? [t.says.gaps[period](gaps, f.number(gaps))] : []),
    ...(partial === null ? [] : [t.says[partial === "ahead" ? "ahead" : "partial"]]),
  ];
}

/** A finding as one or more sentences in the person's language. */
export function sentenceOf(finding: Finding, f: Format, t: Words): string {
  const says = t.says;
  switch (finding.code) {
    case "trend":
      return trend(finding, f, t).join(" ");
    case "top": {
      const { ties, groups, share } = finding;
      const amount = figure(finding.amount, f, finding.unit);
      const value =
        typeof finding.value === "number" ? figure(finding.value, f, finding.of) : finding.value;
      if (ties > 0 && ties + 1 >= groups) return says.allTied(f.number(groups), amount);
      if (ties > 0) return says.tied(ties, value, f.number(ties), amount);
      const first =
        share === null ? says.top(value, amount) : says.topShare(value, amount, f.percent(share));
      return finding.three === null
        ? first
        : `${first} ${says.three(f.percent(finding.three), f.number(finding.groups))}`;
    }
    case "spread":
      return says.spread(
        figure(finding.from, f, finding.unit),
        figure(finding.to, f, finding.unit),
        f.percent(finding.share),
      );
    case "far": {
      const { count, column, extreme, others } = finding;
      const first = says.far(count, f.number(count), column, figure(extreme, f, finding.unit));
      return others === 0 ? first : `${first} ${says.farOthers(others, f.number(others))}`;
    }
    case "near":
      return says.near(
        finding.column,
        figure(finding.lower, f, finding.unit),
        figure(finding.upper, f, finding.unit),
      );
    case "flags":
      return says.flags(finding.column, f.percent(finding.share));
    case "missing": {
      const { columns, column, share } = finding;
      return says.missing(columns, f.number(columns), column, f.percent(share));
    }
    case "complete":
      return says.complete;
    case "keys":
      return finding.columns.length === 1
        ? says.key(finding.columns[0] ?? "")
        : says.keys(finding.columns.join(", "));
    case "almost":
      return says.almost(finding.doubles, f.number(finding.doubles), finding.column);
    case "doubles":
      return finding.more
        ? says.doublesMore(f.number(finding.rows))
        : says.doubles(finding.rows, f.number(finding.rows));
    case "single":
      return says.single;
    default:
      return finding satisfies never;
  }
}
