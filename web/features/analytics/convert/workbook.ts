import { read, SSF, type WorkBook, type WorkSheet } from "@e965/xlsx";
import { NotConverted, type Converted } from "./converted.ts";
import { makeText } from "./made-text.ts";
import { columnWithTime, sheetCell, type SheetCell } from "./sheet-cell.ts";

type Grid = (SheetCell | undefined)[][];

/** A cell that is merged downwards stands for every row that it covers; across, it is a title and stands once. */
function fillMerged(sheet: WorkSheet, grid: Grid): void {
  for (const { s, e } of sheet["!merges"] ?? []) {
    const cell = grid[s.r]?.[s.c];
    if (s.c !== e.c || cell === undefined) continue;
    for (let row = s.r + 1; row <= e.r; row++) (grid[row] ??= [])[s.c] = cell;
  }
}

const filled = (cell: SheetCell | undefined): cell is SheetCell =>
  cell !== undefined && cell.t !== "z" && cell.v !== undefined && cell.v !== "";

const gridOf = (sheet: WorkSheet | undefined): Grid =>
  (sheet as { "!data"?: Grid } | undefined)?.["!data"] ?? [];

const hasRows = (sheet: WorkSheet | undefined): boolean =>
  gridOf(sheet).some((row) => row?.some(filled));

function open(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, { type: "array", dense: true, cellNF: true, cellText: false });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new NotConverted(/password|encrypt/i.test(message) ? "locked" : "damaged", message, {
      cause: error,
    });
  }
}

/**
 * One sheet of a workbook as text: the chosen one, else the first that is shown and holds something. Lines are the rows of the sheet;
 * columns without any cell are left out. Throws NotConverted.
 */
export function readWorkbook(bytes: Uint8Array, part: string | undefined): Converted {
  const book = open(bytes);
  const hidden = (at: number): boolean => (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0;
  const full = book.SheetNames.filter((name) => hasRows(book.Sheets[name]));
  const shown = full.filter((name) => !hidden(book.SheetNames.indexOf(name)));
  const parts = shown.length > 0 ? shown : full;
  const name = parts.find((one) => one === part) ?? parts[0];
  if (name === undefined) throw new NotConverted("empty");
  const sheet = book.Sheets[name] as WorkSheet;
  const grid = gridOf(sheet);
  fillMerged(sheet, grid);
  const from1904 = book.Workbook?.WBProps?.date1904 ?? false;
  const last = grid.findLastIndex((row) => row?.some(filled));
  const width = grid.reduce((most, row) => Math.max(most, row?.length ?? 0), 0);
  const columns = Array.from({ length: width }, (_, at) => at).filter((at) =>
    grid.some((row) => filled(row?.[at])),
  );
  const timed = new Set(columns.filter((at) => columnWithTime(grid.map((row) => row?.[at]))));
  const text = makeText();
  for (let at = 0; at <= last; at++) {
    const row = grid[at] ?? [];
    if (!row.some(filled)) text.row([]);
    else
      text.row(columns.map((column) => sheetCell(row[column], timed.has(column), from1904, SSF)));
  }
  return {
    text: text.blob(),
    source: { format: "workbook", part: name, parts },
    declared: undefined,
  };
}
