import type { ColumnProfile } from "#domain/analytics/profile.ts";
import { covered, nextPeriod, type Period } from "./period.ts";

/** How a series went: its means over the first and the second half, its highest point, its gaps. Instants are epoch ms. */
export interface Trend {
  from: number;
  to: number;
  before: number;
  after: number;
  /** Basis points; null when there is nothing to compare with. */
  change: number | null;
  peak: { at: number; value: number };
  low: { at: number; value: number };
  /** Periods without any row between the first and the last. */
  gaps: number;
  /** What is left out of the comparison: the last period, as the file ends within it, or the one under way and those ahead of today. */
  partial: "last" | "ahead" | null;
}

/** Under this share of a period it is compared with nothing: a month that has just begun is no fall. */
const WHOLE = 0.85;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length);

/**
 * Reads a series of (start of period, value), in order. Null when fewer than two whole periods are there. `now` is today (epoch ms, UTC);
 * what is ahead of it is no past, unless nothing else is there.
 */
export function trendOf(
  part: { time: string; period: Period },
  rows: readonly (readonly unknown[])[],
  columns: readonly ColumnProfile[],
  now = Infinity,
): Trend | null {
  const time = columns.find(({ name }) => name === part.time);
  const all = rows.flatMap(([at, value]) =>
    typeof at === "number" ? [{ at, value: typeof value === "number" ? value : 0 }] : [],
  );
  const [min, max] = [Number(time?.min), Number(time?.max)];
  const isWhole = ({ at }: { at: number }): boolean =>
    part.period === "day" || covered(at, part.period, min, max) >= WHOLE;
  const isOver = ({ at }: { at: number }): boolean => nextPeriod(at, part.period) <= now;
  const inFile = all.filter(isWhole);
  const past = inFile.filter(isOver);
  const whole = past.length >= 2 ? past : inFile;
  const [first, last] = [whole[0], whole.at(-1)];
  if (first === undefined || last === undefined || whole.length < 2) return null;
  const half = Math.floor(whole.length / 2);
  const values = whole.map(({ value }) => value);
  const [before, after] = [mean(values.slice(0, half)), mean(values.slice(-half))];
  let steps = 1;
  for (let at = first.at; at < last.at; at = nextPeriod(at, part.period)) steps++;
  const latest = all.at(-1);
  const ahead = whole === past && max >= now;
  return {
    from: first.at,
    to: last.at,
    before,
    after,
    change: before > 0 ? Math.round((after / before - 1) * 10_000) : null,
    peak: whole.reduce((best, one) => (one.value > best.value ? one : best), first),
    low: whole.reduce((best, one) => (one.value < best.value ? one : best), first),
    gaps: steps - whole.length,
    partial: latest === undefined || latest.at === last.at ? null : ahead ? "ahead" : "last",
  };
}
