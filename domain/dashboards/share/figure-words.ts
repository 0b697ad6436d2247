import type { ColumnKind } from "#domain/analytics/reading.ts";
import { LOCALES, type Language } from "#domain/i18n/texts.ts";
import type { PublishedWidget } from "./figures.ts";

/** Rows of a widget that a mail holds. */
const MOST_ROWS = 20;

/** A widget's figures in words: what a mail shows of it. */
export interface FigureTable {
  title: string;
  /** Of a text widget, as it was written. */
  text: string;
  columns: { name: string; figures: boolean }[];
  rows: string[][];
  /** Rows that are left out. */
  left: number;
  /** Whether there were more than were published. */
  more: boolean;
}

type Cell = PublishedWidget["rows"][number][number];

/** Narrow spaces read too thin in mails; the minus is a minus. */
const typeset = (text: string): string =>
  text.replace(/[\u202F\u2009]/g, "\u00A0").replace(/(?<![\p{L}\d])-(?=\d)/gu, "\u2212");

/** Decimals that a column needs: as many as its longest value has, at most four; one alone stays one. */
function digitsOf(cells: readonly Cell[]): number {
  const most = cells.slice(0, 200).map((cell) => {
    if (typeof cell !== "number" || Number.isInteger(cell)) return 0;
    return Math.min(4, String(Number(cell.toPrecision(12))).split(".")[1]?.length ?? 0);
  });
  return Math.max(0, ...most);
}

function wordsOf(cell: Cell, kind: ColumnKind, digits: number, language: Language): string {
  if (cell === null) return "";
  if (typeof cell === "boolean") {
    if (language === "fr") return cell ? "oui" : "non";
    return cell ? "yes" : "no";
  }
  if (typeof cell !== "number") return cell;
  if (kind !== "date" && kind !== "timestamp") {
    const fixed = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    return typeset(new Intl.NumberFormat(LOCALES[language], fixed).format(cell));
  }
  const day = { day: "2-digit", month: "2-digit", year: "numeric" } as const;
  const time = kind === "timestamp" ? ({ hour: "2-digit", minute: "2-digit" } as const) : {};
  const format = { ...day, ...time, hourCycle: "h23" as const, timeZone: "UTC" };
  return typeset(new Intl.DateTimeFormat(LOCALES[language], format).format(cell));
}

/** One figure alone has decimals while it is small, as on the screen. */
function digitsOfFigure(cells: readonly Cell[]): number {
  const [first] = cells;
  if (typeof first !== "number") return 0;
  return Number.isInteger(first) || Math.abs(first) >= 1_000 ? 0 : 2;
}

/** A published widget in the words of a language: its rows as its reader's locale writes them. */
export function figureTable(widget: PublishedWidget, language: Language): FigureTable {
  const { title, text, columns, rows, more, kind } = widget;
  const digits = columns.map((column, at) => {
    const cells = rows.map((row) => row[at] ?? null);
    if (kind === "number") return digitsOfFigure(cells);
    return column.kind === "number" ? digitsOf(cells) : 0;
  });
  return {
    title,
    text,
    columns: columns.map(({ name, kind: of }) => ({
      name,
      figures: of === "integer" || of === "number",
    })),
    rows: rows
      .slice(0, MOST_ROWS)
      .map((row) =>
        row.map((cell, at) =>
          wordsOf(cell, columns[at]?.kind ?? "text", digits[at] ?? 0, language),
        ),
      ),
    left: Math.max(0, rows.length - MOST_ROWS),
    more,
  };
}
