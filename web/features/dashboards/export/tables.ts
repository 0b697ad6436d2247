import { csvDelimiter, csvText } from "#domain/analytics/export.ts";
import type { Language } from "#domain/i18n/texts.ts";
import { cellPlain } from "#web/features/analytics/cell-text.ts";
import { BOM, download } from "#web/features/analytics/download.ts";
import type { ReadResult } from "#web/features/analytics/engine/read.ts";
import { sheetCell, workbook } from "#web/features/analytics/query/workbook.ts";
import { calendarDate } from "#web/lib/calendar-date.ts";

/** What a widget shows, under its title. */
export interface ShownTable {
  title: string;
  result: Pick<ReadResult, "columns" | "rows">;
}

/** A file name without what systems forbid. */
const fileName = (title: string, ending: string): string =>
  `${title.replaceAll(/[\\/:*?"<>|]/g, " ").trim() || "export"} ${calendarDate()}.${ending}`;

/** The rows of one widget as CSV, in the order and under the filters of the screen. */
export function saveCsv({ title, result }: ShownTable, language: Language): void {
  const lines = result.rows.map((row) =>
    row.map((cell, at) => cellPlain(cell, result.columns[at]?.kind ?? "text", language)),
  );
  const head = result.columns.map(({ name }) => name);
  const text = csvText([head, ...lines], csvDelimiter(language));
  download(fileName(title, "csv"), BOM + text);
}

/** Every widget's rows as a workbook, a sheet each: numbers and days as such, so that they can be summed. */
export async function saveWorkbook(name: string, tables: readonly ShownTable[]): Promise<void> {
  const sheets = tables.map(({ title, result: { columns, rows } }) => ({
    title,
    rows: [
      columns.map((column) => column.name),
      ...rows.map((row) => row.map((cell, at) => sheetCell(cell, columns[at]?.kind ?? "text"))),
    ],
  }));
  download(fileName(name, "xlsx"), await workbook(sheets));
}
