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

/** Rows as a workbook of one sheet. The library arrives when this is first used. */
export async function workbook(
  rows: readonly (readonly SheetCell[])[],
  title: string,
): Promise<Blob> {
  const { utils, write } = await import("@e965/xlsx");
  const book = utils.book_new();
  // What sheets may not be called, and no more than 31 letters.
  const name =
    title
      .replaceAll(/[\\/?*[\]:']/g, " ")
      .trim()
      .slice(0, 31) || "1";
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  const bytes = write(book, { type: "array", bookType: "xlsx", compression: true }) as ArrayBuffer;
  return new Blob([bytes], {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  });
}
