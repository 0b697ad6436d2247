import { isContinuous, type ColumnProfile } from "#domain/analytics/profile.ts";
import { SMALLEST_GROUP, type AskColumn } from "./source.ts";

const MOST_VALUES = 10;
const LONGEST_VALUE = 120;

/** The form of a text: `FA-2026-0042` is `A-9-9`, `Dupont` is `Aa`. */
export function shapeOf(text: string): string {
  return text
    .replace(/\p{Lu}+/gu, "A")
    .replace(/\p{Ll}+/gu, "a")
    .replace(/\p{N}+/gu, "9")
    .replace(/\s+/g, " ")
    .slice(0, 40);
}

/** What a profile lets be told: values that five rows or more share, bounds of numbers and dates, forms of everything else. */
export function askColumn(profile: ColumnProfile): AskColumn {
  const { name, kind, nulls, distinct, approximate } = profile;
  const bounded = isContinuous(kind);
  const bound = (value: unknown): number | null =>
    bounded && typeof value === "number" && Number.isFinite(value) ? value : null;
  const top = profile.top
    .filter((one) => one.count >= SMALLEST_GROUP && one.value.length <= LONGEST_VALUE)
    .slice(0, MOST_VALUES)
    .map(({ value, count }) => ({ value, count }));
  const rare = kind === "text" && top.length < profile.top.length;
  const shapes = rare ? [...new Set(profile.top.map(({ value }) => shapeOf(value)))] : [];
  return {
    name: name.slice(0, 200),
    kind,
    nulls,
    distinct,
    approximate,
    min: bound(profile.min),
    max: bound(profile.max),
    top: bounded ? [] : top,
    shapes: shapes.slice(0, 3),
  };
}
