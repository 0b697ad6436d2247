const QUOTED = /'((?:[^']|'')*)'|"((?:[^"]|"")*)"/g;
/** Errors found while the text is read: they know names and the query, no data. */
const BEFORE = /^(?:Parser|Binder|Catalog|Syntax) Error/;

/** Errors found while rows are read, which quote them: told by their class alone. */
const WHILE: readonly (readonly [RegExp, string])[] = [
  [
    /^Conversion Error/,
    "Conversion Error: a value could not be converted; try_cast gives NULL for it.",
  ],
  [/^Out of Range Error/, "Out of Range Error: a number is too large for its type."],
  [/^Invalid Input Error/, "Invalid Input Error: a function got a value that it does not take."],
  [/^Permission Error/, "Permission Error: only tables of this workspace can be read."],
];

/**
 * The database's own words for the model, without anything of the data: what fails on a row is told by its class, and a quoted text
 * stays only where the query or the names of tables and columns hold it already.
 */
export function withoutValues(message: string, sql: string, names: readonly string[]): string {
  if (!BEFORE.test(message))
    return WHILE.find(([kind]) => kind.test(message))?.[1] ?? "The query failed while it ran.";
  const known = new Set(names.map((name) => name.toLowerCase()));
  const text = sql.toLowerCase();
  return message
    .replace(QUOTED, (whole, single: string | undefined, double: string | undefined) => {
      const inner = (single ?? double ?? "").toLowerCase();
      return inner === "" || known.has(inner) || text.includes(inner) ? whole : "'…'";
    })
    .slice(0, 1000);
}
