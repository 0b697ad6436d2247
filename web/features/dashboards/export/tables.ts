import { csvDelimiter, csvText } from "#domain/analytics/export.ts";
import type { Language } from "#domain/i18n/texts.ts";
import { cellPlain } from "#web/features/analytics/cell-text.ts";
import { BOM, download } from "#web/features/analytics/download.ts";
import type { ReadResult } from "#web/features/analytics/engine/read.ts";
import { calendarDate } from "#web/lib/calendar-date.ts";

/** What a widget shows, under its title. */
export interface ShownTable {
  title: string;
  result: Pick<ReadResult, "columns" | "rows">;
}

const FORBIDDEN = /[\\/?*[\]:]/g;

/** A file name without what systems forbid. */
const fileName = (title: string, ending: string): string =>
  `${title.replaceAll(/[\\/:*?"<>|]/g, " ").trim() || "export"} ${calendarDate()}.${ending}`;

/** Names of sheets: at most 31 letters, none that spreadsheets forbid, each once whatever its case. */
export function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const plain = title.replaceAll(FORBIDDEN, " ").replaceAll("'", "’").trim() || "–";
    let name = plain.slice(0, 31);
    for (let copy = 2; taken.has(name.toLowerCase()); copy++) {
      const ending = ` ${copy}`;
      name = `${plain.slice(0, 31 - ending.length)}${ending}`;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}

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
  const { utils, write } = await import("@e965/xlsx");
  const book = utils.book_new();
  const names = sheetNames(tables.map(({ title }) => title));
  for (const [at, { result }] of tables.entries()) {
    const rows = result.rows.map((row) =>
      row.map((cell, column) => {
        const kind = result.columns[column]?.kind;
        const isDay = typeof cell === "number" && (kind === "date" || kind === "timestamp");
        return isDay ? new Date(cell) : cell;
      }),
    );
    const head = result.columns.map((column) => column.name);
    const sheet = utils.aoa_to_sheet([head, ...rows], { cellDates: true, UTC: true });
    utils.book_append_sheet(book, sheet, names[at] ?? String(at));
  }
  const bytes = write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer;
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  download(fileName(name, "xlsx"), new Blob([bytes], { type }));
}
