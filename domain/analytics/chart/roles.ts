import { isMeasure, isTime } from "#domain/analytics/profile.ts";
import { MAX_BARS } from "./rules.ts";
import { oneEach, type ResultShape, type ShapeColumn } from "./shape.ts";
import type { ChartKind, ChartSpec } from "./spec.ts";

/** What a column does in a chart: the name of its field in the spec. */
export type Role =
  | "x"
  | "y"
  | "category"
  | "series"
  | "value"
  | "over"
  | "before"
  | "rows"
  | "columns";

/** Why a column does not fit a role; the page says it in words. */
export type RoleUnfit = "not-number" | "no-order" | "not-few" | "taken" | "repeats";

const ROLES: Readonly<Record<ChartKind, readonly Role[]>> = {
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

/** The roles that columns have in a kind of chart, in the order in which they are asked for. */
export const rolesOf = (kind: ChartKind): readonly Role[] => ROLES[kind];

/** Whether a chart does without a column in this role. */
export const isOptional = (kind: ChartKind, role: Role): boolean =>
  ["series", "over", "before", "columns"].includes(role) || (kind === "box" && role === "category");

/** The columns in a role, in their order. */
export function columnsIn(spec: ChartSpec, role: Role): readonly string[] {
  const found = (spec as Partial<Record<Role, string | string[]>>)[role];
  return found === undefined ? [] : [found].flat();
}

/** The spec with these columns in a role; an optional one is left out by none of them. */
export function withColumns(spec: ChartSpec, role: Role, names: readonly string[]): ChartSpec {
  const lists =
    role === "rows" ||
    role === "columns" ||
    (role === "y" && (spec.type === "line" || spec.type === "area"));
  const { [role]: _, ...rest } = spec as ChartSpec & Partial<Record<Role, unknown>>;
  if (lists) return { ...rest, [role]: [...names] } as ChartSpec;
  return (names[0] === undefined ? rest : { ...rest, [role]: names[0] }) as ChartSpec;
}

const wantsNumber = (kind: ChartKind, role: Role): boolean =>
  role === "value" || role === "before" || (role === "y" && kind !== "heat");
const wantsOrder = (kind: ChartKind, role: Role): boolean =>
  role === "over" || (role === "x" && kind !== "heat");

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
    default:
      return null;
  }
}

/** Why a column of the result does not fit a role of this chart, or null when it does. */
export function roleUnfit(
  shape: ResultShape,
  spec: ChartSpec,
  role: Role,
  column: ShapeColumn,
): RoleUnfit | null {
  const { type } = spec;
  const others = ROLES[type].filter((one) => one !== role);
  if (others.some((one) => columnsIn(spec, one).includes(column.name))) return "taken";
  if (wantsNumber(type, role) && !isMeasure(column.kind)) return "not-number";
  if (wantsOrder(type, role) && !isMeasure(column.kind) && !isTime(column.kind)) return "no-order";
  const groups = ["series", "category", "rows", "columns"].includes(role) || type === "heat";
  if (
    groups &&
    !wantsNumber(type, role) &&
    column.distinct > (type === "bar" ? MAX_BARS : MAX_GROUPS)
  )
    return "not-few";
  const next = withColumns(spec, role, [column.name]);
  const keys = keysOf(next);
  if (keys === null || wantsNumber(type, role) || oneEach(shape, keys)) return null;
  // Another axis may do without the groups that the one before needed.
  const alone = role === "series" ? null : keysOf(withColumns(next, "series", []));
  return alone !== null && type !== "heat" && oneEach(shape, alone) ? null : "repeats";
}

/** The spec with one column in a role; groups that it does not need any more are left out where rows would repeat. */
export function chosenFor(
  shape: ResultShape,
  spec: ChartSpec,
  role: Role,
  names: readonly string[],
): ChartSpec {
  const next = withColumns(spec, role, names);
  const keys = keysOf(next);
  if (keys === null || oneEach(shape, keys) || role === "series") return next;
  const alone = withColumns(next, "series", []);
  return oneEach(shape, keysOf(alone) ?? []) ? alone : next;
}
