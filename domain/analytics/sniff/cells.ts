import type { NumberStyle } from "#domain/analytics/reading.ts";

/** Words that mean "nothing" wherever they stand. */
export const STRONG_NULL_WORDS = [
  "NULL",
  "null",
  "\\N",
  "N/A",
  "n/a",
  "#N/A",
  "NaN",
  "nan",
] as const;
/** Words that mean "nothing" only in a column that otherwise holds numbers, dates or yes/no. */
export const WEAK_NULL_WORDS = [
  "-",
  "–",
  "—",
  "?",
  "NC",
  "N.C.",
  "n.c.",
  "nc",
  "néant",
  "Néant",
  "none",
  "None",
  "(vide)",
  "#REF!",
  "#VALEUR!",
  "#VALUE!",
  "#DIV/0!",
  "#NOM?",
  "#NAME?",
] as const;

const COMMA = /^-?(?:\d{1,3}(?:[ .'’]\d{3})+|\d+)(?:,\d+)?$/;
const POINT = /^-?(?:\d{1,3}(?:[ ,'’]\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d{1,3})?$/;
const UNIT = /[€$£%]/;

/** A cell without unit, odd spaces and odd minus signs; `unit` is the sign found. */
export function bareNumber(cell: string): { text: string; unit: string | null } {
  const unit = UNIT.exec(cell)?.[0] ?? (/\bEUR\b/.test(cell) ? "€" : null);
  let text = cell
    .replace(/[€$£%]|\bEUR\b/g, "")
    .replace(/[\u00a0\u202f\u2009]/g, " ")
    .trim();
  text = text.replace(/^[\u2212\u2013]\s?/, "-").replace(/^\+/, "");
  if (/^\(.+\)$/.test(text)) text = `-${text.slice(1, -1).trim()}`;
  if (text.length > 1 && text.endsWith("-") && !text.startsWith("-"))
    text = `-${text.slice(0, -1).trim()}`;
  return { text, unit };
}

/** What a number is written with. Most cells are words: this tells them apart at once. */
const FIGURES =
  /^[-+(\u2212\u2013€$£%\s]*(?:EUR\s*)?[-+(\u2212\u2013]?\s*[\d.,][\d.,'’\seEUR+\u2212\u2013€$£%()-]*$/;

/** Which styles can read the cell as a number; null when none can. Leading zeros make an identifier. */
export function numberStyles(cell: string): readonly NumberStyle[] | null {
  if (cell.length > 40 || !FIGURES.test(cell)) return null;
  const { text } = bareNumber(cell);
  if (/^-?0\d/.test(text)) return null;
  const styles: NumberStyle[] = [];
  if (COMMA.test(text)) styles.push("comma");
  if (POINT.test(text)) styles.push("point");
  return styles.length === 0 ? null : styles;
}

/** True when the cell is a plain number that the reader itself understands in that style. */
export function isPlainNumber(cell: string, style: NumberStyle): boolean {
  return style === "comma"
    ? /^-?\d+(?:,\d+)?$/.test(cell)
    : /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?$/.test(cell);
}

export const isPlainInteger = (cell: string): boolean => /^-?(?:0|[1-9]\d*)$/.test(cell);

const PAIRS = [
  ["oui", "non"],
  ["vrai", "faux"],
  ["true", "false"],
  ["yes", "no"],
  ["o", "n"],
  ["y", "n"],
] as const;

/** True when all cells belong to one yes/no pair and, for one-letter pairs, both are seen. */
export function isYesNo(cells: readonly string[]): boolean {
  const seen = new Set<string>();
  for (const cell of cells) {
    seen.add(cell.trim().toLowerCase());
    if (seen.size > 2) return false;
  }
  if (seen.size === 0) return false;
  return PAIRS.some(
    (pair) =>
      [...seen].every((word) => (pair as readonly string[]).includes(word)) &&
      (pair[0].length > 1 || seen.size === 2),
  );
}
