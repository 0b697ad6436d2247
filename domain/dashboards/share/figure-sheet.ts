import { toPlot } from "#domain/analytics/chart/chart-data.ts";
import { columnDigits, figureWriter } from "#domain/analytics/chart/figure.ts";
import { hasTotals, pivotOf } from "#domain/analytics/chart/pivot.ts";
import type { Plot, PlotWords } from "#domain/analytics/chart/plot.ts";
import type { PointValue } from "#domain/analytics/chart/point.ts";
import type { ChartSpec, SpecOf } from "#domain/analytics/chart/spec.ts";
import { monthWriter, timeStep } from "#domain/analytics/chart/times.ts";
import { isTime } from "#domain/analytics/profile.ts";
import type { ColumnKind } from "#domain/analytics/reading.ts";
import type { PublishedWidget } from "./figures.ts";

/** Words that stand between figures, as the page has them. */
export interface SheetWords extends PlotWords {
  locale: string;
  yes: string;
  no: string;
  pivot: { total: string; subtotal: (name: string) => string; nothing: string };
}

/** A chart as a table: its names and its figures in words. `foot` stays where lines are left out. */
export interface Sheet {
  columns: { name: string; figures: boolean }[];
  rows: string[][];
  foot: string[] | null;
  /** Of figures over time the last ones say more than the first. */
  latest: boolean;
}

/** Columns of figures that a mail has room for. */
const MOST_ACROSS = 6;

/** The name of a column as a heading: `montant_ht` is « Montant ht ». */
export function headingOf(name: string): string {
  const text = name.replaceAll("_", " ").trim();
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Days as they are typed, in UTC: dates of results have no zone. */
export function dayWriter(locale: string): (time: number) => string {
  const parts = { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "UTC" } as const;
  const format = new Intl.DateTimeFormat(locale, parts);
  return (time) => format.format(time);
}

/** Writes the values of an axis or a head: months and years by their step, as the chart does. */
export function placeWriter(
  kind: ColumnKind,
  values: readonly PointValue[],
  { locale, yes, no }: Pick<SheetWords, "locale" | "yes" | "no">,
): (value: PointValue) => string {
  const step = isTime(kind) ? timeStep(values) : "day";
  const [month, day] = [monthWriter(locale, "numeric"), dayWriter(locale)];
  return (value) => {
    if (value === null) return "–";
    if (typeof value === "boolean") return value ? yes : no;
    if (typeof value !== "number") return value;
    if (!isTime(kind)) {
      // A year is no amount: it has no mark of thousands.
      const year = kind === "integer" && value > 999 && value < 3_000;
      return year ? String(value) : figureWriter(locale).full(value);
    }
    if (step === "year") return String(new Date(value).getUTCFullYear());
    return step === "month" ? month(value) : day(value);
  };
}

/** Writes figures in the format of the chart, all with the same decimals. */
export function valuesWriter(
  spec: ChartSpec,
  cells: readonly PointValue[],
  locale: string,
): (value: PointValue) => string {
  const usual = spec.format?.style === undefined ? { decimals: columnDigits(cells) } : {};
  const { full } = figureWriter(locale, { ...usual, ...spec.format });
  return (value) => (typeof value === "number" ? full(value) : "");
}

/** The lines of a crossed table, with its totals where they have room. */
function crossed(widget: PublishedWidget, spec: SpecOf<"pivot">, words: SheetWords): Sheet {
  const whole = pivotOf(widget, spec);
  const wide = whole.across.length > MOST_ACROSS;
  const heads = wide ? [...spec.rows, ...spec.columns] : spec.rows;
  const pivot = wide ? pivotOf(widget, { ...spec, rows: heads, columns: [] }) : whole;
  const totals = pivot.across.length === 0 || hasTotals(spec, widget);
  const figuresOf = (line: (typeof pivot.lines)[number]) =>
    totals ? [...line.cells, line.total] : [...line.cells];
  const write = valuesWriter(spec, pivot.lines.flatMap(figuresOf), words.locale);
  const placeOf = (name: string, values: readonly PointValue[]) => {
    const kind = widget.columns.find((one) => one.name === name)?.kind ?? "text";
    const place = placeWriter(kind, values, words);
    return (value: PointValue) => (value === null ? words.pivot.nothing : place(value));
  };
  const names = heads.map((name, at) =>
    placeOf(
      name,
      pivot.lines.flatMap(({ path }) => path[at] ?? []),
    ),
  );
  const rowOf = (line: (typeof pivot.lines)[number]): string[] => {
    const path = line.path.map((value, at) => names[at]?.(value) ?? "");
    if (line.kind === "total") path.push(words.pivot.total);
    if (line.kind === "subtotal") path.push(words.pivot.subtotal(path.pop() ?? ""));
    return [...heads.map((_, at) => path[at] ?? ""), ...figuresOf(line).map(write)];
  };
  const across = placeOf(spec.columns[0] ?? "", pivot.across);
  const total = pivot.across.length === 0 ? headingOf(spec.value) : words.pivot.total;
  const last = pivot.lines.find(({ kind }) => kind === "total");
  return {
    columns: [
      ...heads.map((name) => ({ name: headingOf(name), figures: false })),
      ...[...pivot.across.map(across), ...(totals ? [total] : [])].map((name) => ({
        name,
        figures: true,
      })),
    ],
    rows: pivot.lines.filter((line) => line !== last).map(rowOf),
    foot: last ? rowOf(last) : null,
    latest: false,
  };
}

/** A drawn chart: one line a place of its axis, one column a series, while they have room. */
function drawn(plot: Plot, spec: ChartSpec, words: SheetWords): Sheet {
  const { x, series, split, bins, look } = plot;
  const counts = plot.type === "histogram";
  const all = series.flatMap(({ values }) => values);
  const write = counts
    ? (value: PointValue) => (value === null ? "" : figureWriter(words.locale).full(Number(value)))
    : valuesWriter(spec, all, words.locale);
  const place = placeWriter(x.kind, x.values, words);
  const edge = valuesWriter(spec, bins?.flatMap(({ from, to }) => [from, to]) ?? [], words.locale);
  const places = x.values.map((value, at) => {
    const bin = bins?.[at];
    return bin ? `${edge(bin.from)} – ${edge(bin.to)}` : place(value);
  });
  const head = { name: look.xTitle ?? headingOf(x.name), figures: false };
  const measure = look.yTitle ?? headingOf(plot.measure);
  const latest = (plot.type === "line" || plot.type === "area") && isTime(x.kind);
  const own = split === null && series.length === 1 ? [measure] : undefined;
  const names = own ?? series.map(({ name }) => (split === null ? headingOf(name) : name));
  const base = { foot: null, latest };
  if (series.length <= MOST_ACROSS || counts || plot.type === "box") {
    const rows = places.map((name, at) => [
      name,
      ...series.map(({ values }) => write(values[at] ?? null)),
    ]);
    return { ...base, columns: [head, ...names.map((name) => ({ name, figures: true }))], rows };
  }
  const group = { name: headingOf(split ?? ""), figures: false };
  if (places.length <= MOST_ACROSS) {
    const rows = series.map(({ values }, at) => [names[at] ?? "", ...values.map(write)]);
    const columns = [group, ...places.map((name) => ({ name, figures: true }))];
    return { ...base, columns, rows, latest: false };
  }
  const rows = places.flatMap((name, at) =>
    series.flatMap(({ values }, one) =>
      typeof values[at] === "number" ? [[name, names[one] ?? "", write(values[at])]] : [],
    ),
  );
  return { ...base, columns: [head, group, { name: measure, figures: true }], rows };
}

/** A chart of a published widget as a table; undefined where its rows are shown as they are. */
export function sheetOf(widget: PublishedWidget, words: SheetWords): Sheet | undefined {
  const spec = widget.chart;
  if (spec === null || spec.type === "scatter") return undefined;
  if (spec.type === "pivot") return crossed(widget, spec, words);
  const at = widget.columns.findIndex(({ name }) => "series" in spec && name === spec.series);
  const kind = widget.columns[at]?.kind ?? "text";
  const time = placeWriter(
    kind,
    widget.rows.map((row) => row[at] ?? null),
    words,
  );
  const nameOf = (cell: PointValue): string => {
    if (typeof cell === "boolean") return cell ? words.yes : words.no;
    return isTime(kind) ? time(cell) : String(cell ?? "–");
  };
  const plot = toPlot(widget, spec, words, nameOf);
  return plot ? drawn(plot, spec, words) : undefined;
}
