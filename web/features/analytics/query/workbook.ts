import type { ColumnKind } from "#domain/analytics/reading.ts";
import type { Cell } from "#web/features/analytics/engine/values.ts";

/** A cell as workbooks know it: days and instants are numbers with a format, text is never a formula. */
export type SheetCell = string | number | boolean | null | { t: "n"; v: number; z: string };

const [DAY, EPOCH] = [86_400_000, 25_569];

/** A cell of a result for a workbook, which has dates of its own: days since the end of 1899. */
export function sheetCell(cell: Cell, kind: ColumnKind): SheetCell {
  if (typeof cell !== "number" || (kind !== "date" && kind !== "timestamp")) return cell;
  return { t: "n", v: cell / DAY + EPOCH, z: kind === "date" ? "dd/mm/yyyy" : "dd/mm/yyyy hh:mm" };
}

/** One sheet of a workbook; the first row is its head. */
export interface Sheet {
  title: string;
  rows: readonly (readonly SheetCell[])[];
}

const FORBIDDEN = /[\\/?*[\]:]/g;

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

/** Sheets as a workbook, in their order. The library arrives when this is first used. */
export async function workbook(sheets: readonly Sheet[]): Promise<Blob> {
  const { utils, write } = await import("@e965/xlsx");
  const book = utils.book_new();
  const names = sheetNames(sheets.map(({ title }) => title));
  for (const [at, { rows }] of sheets.entries())
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), names[at]);
  const bytes = write(book, { type: "array", bookType: "xlsx", compression: true }) as ArrayBuffer;
  return new Blob([bytes], {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  });
}
