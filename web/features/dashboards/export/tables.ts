import { csvDelimiter, csvText } from "#domain/analytics/export.ts";
import type { PivotOrder } from "#domain/analytics/chart/pivot.ts";
import { columnsIn } from "#domain/analytics/chart/channels.ts";
import type { ChartSpec } from "#domain/analytics/chart/spec.ts";
import type { ColumnKind } from "#domain/analytics/reading.ts";
import type { Language } from "#domain/i18n/texts.ts";
import { cellPlain } from "#web/features/analytics/cell-text.ts";
import { BOM, download } from "#web/features/analytics/download.ts";
import type { Table } from "#domain/analytics/chart/plot.ts";
import type { Cell } from "#web/features/analytics/engine/values.ts";
import { shownCells } from "#web/features/analytics/query/shown-cells.ts";
import {
  sheetCell,
  workbook,
  type Sheet,
  type SheetCell,
} from "#web/features/analytics/query/workbook.ts";
import { calendarDate } from "#web/lib/calendar-date.ts";
import type { Format } from "#web/lib/format.ts";
import type { Dictionary } from "#web/lib/i18n.tsx";
import { numberCode } from "./number-code.ts";

/** What a widget shows, under its title. */
export interface ShownTable {
  title: string;
  /** In the order of the screen. */
  result: Table;
  /** How it is drawn: a pivot is taken out with its totals. Null is the plain table. */
  spec: ChartSpec | null;
  /** How the pivot was sorted by a click. */
  order: PivotOrder | undefined;
}

/** Whose words and signs an export has. */
export interface ExportSpeech {
  language: Language;
  locale: string;
  f: Format;
  t: Dictionary["analytics"];
}

/** A file name without what systems forbid. */
export const fileName = (title: string, ending: string): string =>
  `${title.replaceAll(/[\\/:*?"<>|]/g, " ").trim() || "export"} ${calendarDate()}.${ending}`;

/** The rows of one widget as CSV: as it shows them, in its order and under the filters of the screen. Figures are plain. */
export function saveCsv({ title, result, spec, order }: ShownTable, speech: ExportSpeech): void {
  const { language } = speech;
  const lines = shownCells(result, spec, order, speech, (cell, kind) =>
    cellPlain(cell, kind, language),
  );
  download(fileName(title, "csv"), BOM + csvText(lines, csvDelimiter(language)));
}

/** The columns that the format of a spec is about. */
function measures(spec: ChartSpec | null): readonly string[] {
  if (spec === null) return [];
  if (spec.type === "bar") return columnsIn(spec, "value");
  if ("value" in spec) return [spec.value];
  return "y" in spec ? [spec.y].flat() : [];
}

/** A cell of a sheet that is a number, and written as the screen writes it. */
function formatted(spec: ChartSpec | null) {
  const formats = new Set(measures(spec));
  return (cell: Cell, kind: ColumnKind, column: string): SheetCell => {
    const plain = sheetCell(cell, kind);
    if (typeof plain !== "number") return plain;
    const z = numberCode(plain, formats.has(column) ? spec?.format : undefined);
    return { t: "n", v: plain, z };
  };
}

/**
 * Every widget's rows as a workbook, a sheet each: numbers and days as such, so that they can be summed, in the format of the screen. `last`
 * stands behind them, such as the filters under which they are.
 */
export async function saveWorkbook(
  name: string,
  tables: readonly ShownTable[],
  speech: ExportSpeech,
  last: readonly Sheet[] = [],
): Promise<void> {
  const sheets = tables.map(({ title, result, spec, order }) => ({
    title,
    rows: shownCells(result, spec, order, speech, formatted(spec)),
  }));
  download(fileName(name, "xlsx"), await workbook([...sheets, ...last]));
}
