import { isContinuous, isMeasure } from "#domain/analytics/profile.ts";
import { MAX_BARS } from "./rules.ts";
import { oneEach, type ResultShape, type ShapeColumn } from "./shape.ts";
import type { ChartKind, ChartSpec } from "./spec.ts";

/** What a column does in a chart: the name of its field in the spec. */
export type Channel =
  | "x"
  | "y"
  | "category"
  | "series"
  | "value"
  | "over"
  | "before"
  | "rows"
  | "columns";

/** Why a column does not fit a channel; the page says it in words. */
export type ChannelUnfit = "not-number" | "no-order" | "not-few" | "taken" | "repeats";

const CHANNELS: Readonly<Record<ChartKind, readonly Channel[]>> = {
  line: ["x", "y", "series"],
  area: ["x", "y", "series"],
  bar: ["category", "value", "series"],
  pie: ["category", "value"],
  scatter: ["x", "y", "series"],
  heat: ["x", "y", "value"],
  histogram: ["value"],
  box: ["value", "category"],
  number: ["value", "over", "before"],
  table: [],
  pivot: ["rows", "columns", "value"],
};
/** More groups than this are no series, but noise. */
const MAX_GROUPS = 60;

/** The channels that columns have in a kind of chart, in the order in which they are asked for. */
export const channelsOf = (kind: ChartKind): readonly Channel[] => CHANNELS[kind];

/** Whether a chart does without a column in this channel. */
export const isOptional = (kind: ChartKind, channel: Channel): boolean =>
  ["series", "over", "before", "columns"].includes(channel) ||
  (kind === "box" && channel === "category");

/** The columns in a channel, in their order. */
export function columnsIn(spec: ChartSpec, channel: Channel): readonly string[] {
  const found = (spec as Partial<Record<Channel, string | string[]>>)[channel];
  const also = spec.type === "bar" && channel === "value" ? (spec.also ?? []) : [];
  return found === undefined ? [] : [found, also].flat();
}

/** The spec with these columns in a channel; an optional one is left out by none of them. */
export function withColumns(
  spec: ChartSpec,
  channel: Channel,
  names: readonly string[],
): ChartSpec {
  const lists =
    channel === "rows" ||
    channel === "columns" ||
    (channel === "y" && (spec.type === "line" || spec.type === "area"));
  if (spec.type === "bar" && (channel === "value" || (channel === "series" && names.length > 0))) {
    const { also: _, ...bar } = spec;
    const [value = spec.value, ...also] = channel === "value" ? names : [];
    const part = channel === "series" ? { series: names[0] } : also.length > 0 ? { also } : {};
    return { ...bar, value, ...part };
  }
  const { [channel]: _, ...rest } = spec as ChartSpec & Partial<Record<Channel, unknown>>;
  if (lists) return { ...rest, [channel]: [...names] } as ChartSpec;
  return (names[0] === undefined ? rest : { ...rest, [channel]: names[0] }) as ChartSpec;
}

const wantsNumber = (kind: ChartKind, channel: Channel): boolean =>
  channel === "value" || channel === "before" || (channel === "y" && kind !== "heat");
const wantsOrder = (kind: ChartKind, channel: Channel): boolean =>
  channel === "over" || (channel === "x" && kind !== "heat");

/** The columns that must name each row once for the chart to show every figure; null where rows may repeat. */
function keysOf(spec: ChartSpec): readonly string[] | null {
  switch (spec.type) {
    case "line":
    case "area":
      return [spec.x, ...columnsIn(spec, "series")];
    case "bar":
      return [spec.category, ...columnsIn(spec, "series")];
    case "pie":
      return [spec.category];
    case "heat":
      return [spec.x, spec.y];
    case "scatter":
    case "histogram":
    case "box":
    case "number":
    case "table":
    case "pivot":
      return null;
    default:
      return spec satisfies never;
  }
}

/** Why a column of the result does not fit a channel of this chart, or null when it does. */
export function channelUnfit(
  shape: ResultShape,
  spec: ChartSpec,
  channel: Channel,
  column: ShapeColumn,
): ChannelUnfit | null {
  const { type } = spec;
  const others = CHANNELS[type].filter((one) => one !== channel);
  if (others.some((one) => columnsIn(spec, one).includes(column.name))) return "taken";
  if (wantsNumber(type, channel) && !isMeasure(column.kind)) return "not-number";
  if (wantsOrder(type, channel) && !isContinuous(column.kind)) return "no-order";
  const groups = ["series", "category", "rows", "columns"].includes(channel) || type === "heat";
  if (
    groups &&
    !wantsNumber(type, channel) &&
    column.distinct > (type === "bar" ? MAX_BARS : MAX_GROUPS)
  )
    return "not-few";
  const next = withColumns(spec, channel, [column.name]);
  const keys = keysOf(next);
  if (keys === null || wantsNumber(type, channel) || oneEach(shape, keys)) return null;
  // Another axis may do without the groups that the one before needed.
  const alone = channel === "series" ? null : keysOf(withColumns(next, "series", []));
  return alone !== null && type !== "heat" && oneEach(shape, alone) ? null : "repeats";
}

/** Why a chart can't do without a column in an optional channel, or null when it can. */
export function noneUnfit(
  shape: ResultShape,
  spec: ChartSpec,
  channel: Channel,
): ChannelUnfit | null {
  const keys = keysOf(withColumns(spec, channel, []));
  return keys === null || oneEach(shape, keys) ? null : "repeats";
}

/** The spec with one column in a channel; groups that it does not need any more are left out where rows would repeat. */
export function chosenFor(
  shape: ResultShape,
  spec: ChartSpec,
  channel: Channel,
  names: readonly string[],
): ChartSpec {
  const next = withColumns(spec, channel, names);
  const keys = keysOf(next);
  if (keys === null || oneEach(shape, keys) || channel === "series") return next;
  const alone = withColumns(next, "series", []);
  return oneEach(shape, keysOf(alone) ?? []) ? alone : next;
}
