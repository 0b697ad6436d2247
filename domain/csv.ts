/** How a CSV file is written: what Excel opens right in a language. */
export interface CsvDialect {
  separator: ";" | ",";
  decimal: "," | ".";
  /** The byte order mark, which tells Excel that the file is UTF-8. */
  mark: "\uFEFF" | "";
}

/** Semicolons, decimal comma and the mark for French; commas, decimal point and no mark for English. */
export const CSV_DIALECTS: Record<"fr" | "en", CsvDialect> = {
  fr: { separator: ";", decimal: ",", mark: "\uFEFF" },
  en: { separator: ",", decimal: ".", mark: "" },
};

// Full-width signs count too: spreadsheets take them for the plain ones.
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/u;

/**
 * Makes a text harmless to a spreadsheet: what would be read as a formula gets an apostrophe in front.
 * Source: https://owasp.org/www-community/attacks/CSV_Injection
 */
export function neutralise(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** A text as a quoted cell. Always quoted, so that no other separator can cut a formula out of its middle. */
export function textCell(text: string): string {
  return `"${neutralise(text).replaceAll('"', '""')}"`;
}

/** Minor units as a plain decimal number without grouping: 123450 → 1234,50. Empty for null. */
export function moneyCell(minor: number | null, dialect: CsvDialect, digits = 2): string {
  if (minor === null) return "";
  const text = String(Math.abs(minor)).padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits);
  const sign = minor < 0 ? "-" : "";
  return digits === 0 ? sign + whole : `${sign}${whole}${dialect.decimal}${text.slice(-digits)}`;
}

/** A line of cells that are written already, with the CRLF of RFC 4180. */
export function csvLine(cells: readonly string[], dialect: CsvDialect): string {
  return `${cells.join(dialect.separator)}\r\n`;
}
