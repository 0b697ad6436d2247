import {
  bigFigure,
  heldFigure,
  writtenChange,
  writtenFigure,
} from "#domain/analytics/chart/big.ts";
import { columnDigits, figureWriter } from "#domain/analytics/chart/figure.ts";
import type { PointValue } from "#domain/analytics/chart/point.ts";
import type { SpecOf } from "#domain/analytics/chart/spec.ts";
import { plainText } from "#domain/boards/plain-text.ts";
import { isMeasure, isTime } from "#domain/analytics/profile.ts";
import type { ColumnKind } from "#domain/analytics/reading.ts";
import { typeset } from "#domain/i18n/typography.ts";
import {
  headingOf,
  placeWriter,
  sheetOf,
  valuesWriter,
  type Sheet,
  type SheetWords,
} from "./figure-sheet.ts";
import type { PublishedWidget } from "./figures.ts";

/** Rows of a widget that a mail holds. */
const MOST_ROWS = 20;

/** A widget's figures in words: what a mail shows of it. */
export interface FigureTable {
  title: string;
  /** Of a text widget, as it was written; of a number, the figure and how far it is from another. */
  text: string;
  columns: { name: string; figures: boolean }[];
  rows: string[][];
  /** Rows that are left out. */
  left: number;
  /** Whether there were more than were published. */
  more: boolean;
}

/** What a mail says around figures, in the words of the page. */
export interface FigureWords extends SheetWords {
  /** A widget without rows. */
  none: string;
  target: (value: string) => string;
  against: (name: string) => string;
  /** `48 312 €, +4,9 % par rapport à un an plus tôt`. */
  change: (figure: string, change: string, against: string) => string;
}

/** Writes the cells of a plain column, as tables on screen do. */
function cellWriter(
  kind: ColumnKind,
  cells: readonly PointValue[],
  { locale, yes, no }: FigureWords,
): (cell: PointValue) => string {
  const digits = kind === "number" ? columnDigits(cells) : 0;
  const { full } = figureWriter(locale, { decimals: digits });
  const day = { day: "2-digit", month: "2-digit", year: "numeric" } as const;
  const time = kind === "timestamp" ? ({ hour: "2-digit", minute: "2-digit" } as const) : {};
  const format = { ...day, ...time, hourCycle: "h23" as const, timeZone: "UTC" };
  const dates = new Intl.DateTimeFormat(locale, format);
  return (cell) => {
    if (cell === null) return "";
    if (typeof cell === "boolean") return cell ? yes : no;
    if (typeof cell !== "number") return cell;
    return isTime(kind) ? typeset(dates.format(cell)) : full(cell);
  };
}

/** The rows as they were published; the format of a chart is that of its measure. */
function plainSheet({ columns, rows, chart }: PublishedWidget, words: FigureWords): Sheet {
  const measure = chart?.type === "scatter" ? chart.y : undefined;
  const writers = columns.map(({ name, kind }, at) => {
    const cells = rows.map((row) => row[at] ?? null);
    return chart && name === measure
      ? valuesWriter(chart, cells, words.locale)
      : cellWriter(kind, cells, words);
  });
  return {
    columns: columns.map(({ name, kind }) => ({ name: headingOf(name), figures: isMeasure(kind) })),
    rows: rows.map((row) => row.map((cell, at) => writers[at]?.(cell) ?? "")),
    foot: null,
    latest: false,
  };
}

/** One figure, and how far it is from its target, the row before or another column. */
function figureText(widget: PublishedWidget, chart: SpecOf<"number">, words: FigureWords): string {
  const spec = heldFigure(widget.columns, chart);
  const big = bigFigure(widget, spec);
  const { value, against } = big;
  const change = writtenChange(big, words.locale, spec.format);
  const figure = writtenFigure(value, words.locale, spec.format);
  if (against === null || change === null) return figure;
  const name = (): string => {
    if (against.kind === "target")
      return words.target(figureWriter(words.locale, spec.format).full(against.value));
    if (against.kind === "column") return words.against(headingName(spec.before));
    const at = widget.columns.findIndex((column) => column.name === spec.over);
    const all = widget.rows.map((row) => row[at] ?? null);
    const write = placeWriter(widget.columns[at]?.kind ?? "text", all, words);
    return words.against(write(against.at));
  };
  return words.change(figure, change, name());
}

const headingName = (name: string | undefined): string => (name ?? "").replaceAll("_", " ");

/** How a widget that was published as a number is read: by its spec, or by its first figure. */
function numberSpec({ kind, chart, columns }: PublishedWidget): SpecOf<"number"> | undefined {
  if (chart?.type === "number") return chart;
  const value = kind === "number" && chart === null && columns.find((one) => isMeasure(one.kind));
  return value ? { type: "number", value: value.name } : undefined;
}

/** The words of a text in Markdown, line by line. */
const plainLines = (markdown: string): string =>
  markdown
    .split("\n")
    .map(plainText)
    .filter((line) => line !== "")
    .join("\n");

/** A published widget in words: figures in the format of its chart, in the order in which it is drawn. */
export function figureTable(widget: PublishedWidget, words: FigureWords): FigureTable {
  const { title, text, rows, more, kind } = widget;
  const bare = { title, columns: [], rows: [], left: 0, more: false };
  if (kind === "text") return { ...bare, text: plainLines(text) };
  if (rows.length === 0) return { ...bare, text: words.none };
  const number = numberSpec(widget);
  if (number) return { ...bare, text: figureText(widget, number, words) };
  const sheet = sheetOf(widget, words) ?? plainSheet(widget, words);
  const most = sheet.foot ? MOST_ROWS - 1 : MOST_ROWS;
  const shown = sheet.latest ? sheet.rows.slice(-most) : sheet.rows.slice(0, most);
  return {
    title,
    text,
    columns: sheet.columns,
    rows: [...shown, ...(sheet.foot ? [sheet.foot] : [])],
    left: sheet.rows.length - shown.length,
    more,
  };
}
