import { isTime } from "#domain/analytics/profile.ts";
import { afterStep, beginsStep, type Step } from "#domain/analytics/time-step.ts";
import type { Plot, Table } from "./plot.ts";

/** What a chart knows of time beside its rows; epoch ms of calendar days (UTC). */
export interface Calendar {
  /** The day on which the figures were computed. */
  today: number;
  /** What the question was narrowed to: its first moment, and the first that is past it. Null is open. */
  period?: { from: number | null; below: number | null } | undefined;
}

const DAY = 86_400_000;
/** Places that are filled whatever is in them, and at most; between the two a third of them must hold something. */
const [FEW, MOST] = [36, 2_000];

/** The spans of time that these moments (ascending, each once) begin; null for instants and where one alone tells nothing. */
export function stepOf(times: readonly number[]): Step | null {
  if (times.length < 2 || times.some((at) => at % DAY !== 0)) return null;
  const all = (step: Step): boolean => times.every((at) => beginsStep(at, step));
  if (all("year")) return "year";
  // Two months may happen to begin a quarter each, two days may be Mondays.
  if (times.length > 2 && all("quarter")) return "quarter";
  if (all("month")) return "month";
  return times.length > 2 && all("week") ? "week" : "day";
}

function before(at: number, step: Step): number {
  const date = new Date(at);
  if (step === "day" || step === "week") return at - (step === "week" ? 7 : 1) * DAY;
  date.setUTCMonth(date.getUTCMonth() - (step === "month" ? 1 : step === "quarter" ? 3 : 12));
  return date.getTime();
}

const reads = (places: number, present: number): boolean =>
  places <= MOST && (places <= FEW || places <= present * 3);

/** Every span from the first of these moments to the last, and to the ends of the period as far as it has begun; null where too many are empty. */
function spans(times: readonly number[], step: Step, { today, period }: Calendar): number[] | null {
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  const inner = [first];
  for (let at = afterStep(first, step); at <= last; at = afterStep(at, step)) {
    inner.push(at);
    if (inner.length > MOST) return null;
  }
  const known = new Set(inner);
  if (!reads(inner.length, times.length) || times.some((at) => !known.has(at))) return null;
  const all = [...inner];
  const [from, below] = [period?.from ?? first, period?.below ?? null];
  for (let at = first; at > from && all.length <= MOST;) {
    at = before(at, step);
    all.unshift(at);
  }
  for (let at = afterStep(last, step); all.length <= MOST; at = afterStep(at, step)) {
    if (below === null || at >= below || at > today) break;
    all.push(at);
  }
  return reads(all.length, times.length) ? all : inner;
}

/** The span that the last of a column's moments begins, while it is not over: its figure stands against whole ones. */
export function openSpan(
  { columns, rows }: Table,
  column: string | undefined,
  today: number,
): Step | null {
  const at = columns.findIndex(({ name, kind }) => name === column && isTime(kind));
  const times = new Set(rows.map((row) => row[at]).filter((value) => typeof value === "number"));
  const ordered = [...times].toSorted((a, b) => a - b);
  const [step, last] = [stepOf(ordered), ordered.at(-1)];
  if (step === null || last === undefined) return null;
  return last <= today && today < afterStep(last, step) ? step : null;
}

/**
 * A plot over time with each day, week, month, quarter or year in its place: those without a figure are there and empty, so that what is
 * missing is seen, and the one that is not over yet is known (`open`). Any other plot stays as it is, and so do a few moments far apart.
 */
export function onCalendar(plot: Plot, calendar: Calendar): Plot {
  const { x, type } = plot;
  if (!isTime(x.kind) || !["line", "area", "bar", "heat"].includes(type)) return plot;
  const times = x.values.filter((value) => typeof value === "number");
  if (times.length < x.values.length || new Set(times).size < times.length) return plot;
  const ascending = times.every((at, place) => place === 0 || at > (times[place - 1] ?? at));
  const step = stepOf(times.toSorted((a, b) => a - b));
  if (step === null) return plot;
  const all = ascending ? spans(times, step, calendar) : null;
  const values = all ?? times;
  const open = values.findIndex(
    (at) => at <= calendar.today && calendar.today < afterStep(at, step),
  );
  const known = open < 0 ? {} : { open: { at: open, step } };
  if (all === null) return { ...plot, ...known };
  const places = new Map(times.map((at, place) => [at, place]));
  const series = plot.series.map((one) => ({
    ...one,
    values: all.map((at) => one.values[places.get(at) ?? -1] ?? null),
  }));
  const cells = series.length * all.length;
  const held = series.reduce((sum, one) => sum + one.values.filter((v) => v !== null).length, 0);
  // Where most is missing the figures are readings, which a line joins.
  return { ...plot, x: { ...x, values: all }, series, gaps: held * 2 >= cells, ...known };
}
