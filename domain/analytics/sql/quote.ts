/** A name as an SQL identifier, whatever characters it holds. */
export const quoteIdentifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text as an SQL literal. */
export const quoteLiteral = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** `['a', 'b']`, a list of literals for options of the reader. */
export const quoteList = (texts: readonly string[]): string =>
  `[${texts.map(quoteLiteral).join(", ")}]`;

/** `('a', 'b')`, for IN. */
export const quoteSet = (texts: readonly string[]): string =>
  `(${texts.map(quoteLiteral).join(", ")})`;

/**
 * A short table name from a file name: `Export compta 2026.csv` → `export_compta_2026`. Never a name in `taken`,
 * never one that starts with a digit.
 */
export function tableName(fileName: string, taken: readonly string[]): string {
  const plain = fileName
    .replace(/\.(?:[^.]{1,5}|ndjson|parquet)$/i, "")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, 48);
  const base = plain === "" || /^\d/.test(plain) ? `t_${plain || "data"}` : plain;
  let name = base;
  for (let copy = 2; taken.includes(name); copy++) name = `${base}_${copy}`;
  return name;
}
