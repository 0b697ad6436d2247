/** One row by the names of its columns: scalars, lists as JSON text. */
export type Flat = Map<string, string | number | boolean | null>;

const DEPTH = 6;

/** An object with what is nested in it under dotted names. Anything else is a row of one value. */
export function flatten(row: unknown): Flat {
  const cells: Flat = new Map();
  const put = (value: unknown, name: string, depth: number): void => {
    if (value === null || value === undefined) cells.set(name, null);
    else if (typeof value === "object") {
      const inner = Object.entries(value);
      if (Array.isArray(value) || depth === 0 || inner.length === 0)
        cells.set(name, JSON.stringify(value));
      else
        for (const [key, one] of inner) put(one, name === "" ? key : `${name}.${key}`, depth - 1);
    } else cells.set(name, value as string | number | boolean);
  };
  const isObject = row !== null && typeof row === "object" && !Array.isArray(row);
  put(row, isObject ? "" : "value", DEPTH);
  return cells;
}
