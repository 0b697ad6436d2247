/** Cells that a spreadsheet would run as a formula. A plain negative number is none. */
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?$/;

/** One cell of an exported CSV: quoted when needed, a formula made harmless with a leading apostrophe. */
export function csvCell(value: string | number | boolean | null, delimiter: string): string {
  if (value === null) return "";
  const raw = String(value);
  const text =
    typeof value === "string" && FORMULA.test(raw) && !NUMBER.test(raw) ? `'${raw}` : raw;
  return /["\r\n]/.test(text) || text.includes(delimiter)
    ? `"${text.replaceAll('"', '""')}"`
    : text;
}

/** Lines joined with CRLF, as RFC 4180 has it, one at the end as well. */
export function csvText(
  rows: readonly (readonly (string | number | boolean | null)[])[],
  delimiter: string,
): string {
  return rows
    .map((row) => `${row.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\r\n`)
    .join("");
}
