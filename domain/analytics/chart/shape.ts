import type { ColumnKind } from "#domain/analytics/reading.ts";

/** A column as the rules see it. `distinct` counts different values among the rows shown. */
export interface ShapeColumn {
  name: string;
  kind: ColumnKind;
  distinct: number;
  /** Smallest number; missing where nobody looked. */
  min?: number | undefined;
  /** Greatest number, as `min`. */
  max?: number | undefined;
}

/** A result as the rules see it. */
export interface ResultShape {
  rows: number;
  columns: readonly ShapeColumn[];
  /** Whether these columns together name each row once; missing where nobody looked. */
  unique?: (names: readonly string[]) => boolean;
}

type Cells = readonly (readonly unknown[])[];

/** Looks at a result's rows. */
export function shapeOf(result: {
  columns: readonly { name: string; kind: ColumnKind }[];
  rows: Cells;
}): ResultShape {
  const { columns, rows } = result;
  return {
    rows: rows.length,
    columns: columns.map(({ name, kind }, at) => {
      let min: number | undefined;
      let max: number | undefined;
      for (const row of rows) {
        const cell = row[at];
        if (typeof cell !== "number") continue;
        if (!(cell >= (min ?? Infinity))) min = cell;
        if (!(cell <= (max ?? -Infinity))) max = cell;
      }
      return { name, kind, distinct: new Set(rows.map((row) => row[at])).size, min, max };
    }),
    unique: (names) => {
      const places = names.map((name) => columns.findIndex((column) => column.name === name));
      const seen = new Set(rows.map((row) => JSON.stringify(places.map((at) => row[at] ?? null))));
      return seen.size === rows.length;
    },
  };
}

/** Whether each row stands for one place of the chart; by count where the rows were not looked at. */
export function oneEach({ rows, columns, unique }: ResultShape, names: readonly string[]): boolean {
  if (unique !== undefined) return unique(names);
  const places = names.reduce(
    (all, name) => all * (columns.find((column) => column.name === name)?.distinct ?? 1),
    1,
  );
  return places >= rows;
}
