import type { Finding } from "#domain/analytics/overview/findings.ts";
import type { Period } from "#domain/analytics/overview/period.ts";
import type { Format } from "#web/lib/format.ts";
import type { Dictionary } from "#web/lib/i18n.tsx";

type Words = Dictionary["analyticsOverview"];

/** Under this change, in basis points, a series is said to be steady. */
const STEADY = 300;

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** A figure in a sentence: decimals only where they matter. Whole figures stay as the table has them. */
const figure = (value: number, f: Format): string =>
  Number.isInteger(value) || Math.abs(value) >= 1_000
    ? f.number(Math.round(value), 0)
    : f.number(value, 2);

function when(at: number, period: Period, f: Format): string {
  if (period === "year") return String(new Date(at).getUTCFullYear());
  return period === "month" ? f.month(day(at)) : f.dayLong(day(at));
}

function trend(finding: Extract<Finding, { code: "trend" }>, f: Format, t: Words): string[] {
  const { measure, period, before, after, change, peak, gaps, partial } = finding;
  const what = measure ?? t.says.rows;
  const per = t.titles.periods[period];
  const [first, second] = [figure(before, f), figure(after, f)];
  const said =
    change === null
      ? t.says.turned(what, first, second, per)
      : Math.abs(change) < STEADY
        ? capital(t.says.steady(what, second, per))
        : t.says.trend(what, first, second, per, f.percent(change, 1, true));
  const top = t.says[period === "day" ? "peakDay" : "peak"];
  return [
    said,
    top(when(peak.at, period, f), figure(peak.value, f)),
    ...(gaps > 0 ? [t.says.gaps[period](gaps, f.number(gaps))] : []),
    ...(partial ? [t.says.partial] : []),
  ];
}

/** A finding as one or more sentences in the person's language. */
export function sentenceOf(finding: Finding, f: Format, t: Words): string {
  const says = t.says;
  switch (finding.code) {
    case "trend":
      return trend(finding, f, t).join(" ");
    case "top": {
      const amount = figure(finding.amount, f);
      const first =
        finding.share === null
          ? says.top(finding.value, amount)
          : says.topShare(finding.value, amount, f.percent(finding.share));
      return finding.three === null
        ? first
        : `${first} ${says.three(f.percent(finding.three), f.number(finding.groups))}`;
    }
    case "spread":
      return says.spread(figure(finding.from, f), figure(finding.to, f), f.percent(finding.share));
    case "far": {
      const { count, column, extreme, others } = finding;
      const first = says.far(count, f.number(count), column, figure(extreme, f));
      return others === 0 ? first : `${first} ${says.farOthers(others, f.number(others))}`;
    }
    case "near":
      return says.near(finding.column, figure(finding.lower, f), figure(finding.upper, f));
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
