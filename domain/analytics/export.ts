/** Cells that a spreadsheet would run as a formula. A plain negative number is none. */
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?$/;

/** What spreadsheets of a language take: where the comma is the decimal sign, the semicolon separates. */
export const csvDelimiter = (language: string): ";" | "," => (language === "fr" ? ";" : ",");

/** A number at most 15 significant digits long, beyond which a double holds only noise; a decimal comma beside semicolons. */
function csvNumber(value: number, delimiter: string): string {
  const text = String(Number.isInteger(value) ? value : Number(value.toPrecision(15)));
  return delimiter === ";" ? text.replace(".", ",") : text;
}

/** One cell of an exported CSV: quoted when needed, a formula made harmless with a leading apostrophe. */
export function csvCell(value: string | number | boolean | null, delimiter: string): string {
  if (value === null) return "";
  const raw = typeof value === "number" ? csvNumber(value, delimiter) : String(value);
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
