import { pivotOf, type Pivot, type PivotOrder } from "#domain/analytics/chart/pivot.ts";
import type { SpecOf } from "#domain/analytics/chart/spec.ts";
import type { ColumnKind } from "#domain/analytics/reading.ts";
import type { Cell } from "#web/features/analytics/engine/values.ts";
import { valueWriter } from "./chart-words.ts";
import type { Format } from "#web/lib/format.ts";
import type { Dictionary } from "#web/lib/i18n.tsx";
import type { Table } from "#domain/analytics/chart/plot.ts";

/** Columns across that a page still shows. */
const MOST_ACROSS = 60;

/** A pivot with its labels in words: what the screen and the exports are both made of. */
export interface PivotSheet extends Pivot {
  acrossNames: readonly string[];
  /** Values across that are left out, being too many. */
  leftOut: number;
  /** Row heads of a line, one a head: a subtotal says so, the rest of its heads are empty. */
  headsOf: (line: Pivot["lines"][number]) => string[];
  totalName: string;
}

/** Crosses a result and names its lines and columns for one person. */
export function pivotSheet(
  table: Table,
  spec: SpecOf<"pivot">,
  order: PivotOrder | undefined,
  { locale, f, t }: { locale: string; f: Format; t: Dictionary["analytics"] },
): PivotSheet {
  const words = t.chart.pivot;
  const whole = pivotOf(table, spec, order);
  const kindOf = (name: string): ColumnKind =>
    table.columns.find((column) => column.name === name)?.kind ?? "text";
  const writer = (name: string, values: readonly Cell[]) => {
    const write = valueWriter(kindOf(name), values, locale, f, t.preview);
    return (value: Cell): string => (value === null ? words.nothing : write(value));
  };
  const across = whole.across.slice(0, MOST_ACROSS);
  const acrossName = writer(spec.columns[0] ?? "", whole.across);
  const heads = whole.heads.map((name, at) =>
    writer(
      name,
      whole.lines.flatMap(({ path }) => path[at] ?? []),
    ),
  );
  return {
    ...whole,
    across,
    acrossNames: across.map(acrossName),
    leftOut: whole.across.length - across.length,
    totalName: words.total,
    headsOf: ({ kind, path }) => {
      if (kind === "total") return [words.total, ...heads.slice(1).map(() => "")];
      const names = path.map((value, at) => heads[at]?.(value) ?? "");
      if (kind === "cells") return names;
      const last = names.length - 1;
      return heads.map((_, at) => {
        if (at < last) return names[at] ?? "";
        return at === last ? words.subtotal(names[last] ?? "") : "";
      });
    },
  };
}
