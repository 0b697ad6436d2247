import IconModel from "~icons/lucide/sigma";
import IconRows from "~icons/lucide/rows-3";
import type { Measure } from "#domain/analytics/builder/model.ts";
import { roleOf } from "#domain/analytics/overview/roles.ts";
import { isMeasure, isTime } from "#domain/analytics/profile.ts";
import { columnIcon } from "#web/features/analytics/column-icon.ts";
import type { Dictionary } from "#web/lib/i18n.tsx";
import type { ComboboxOption } from "#web/ui/combobox-list.tsx";
import type { BuildColumn, ModelPart } from "./build-table.ts";

/** What can be computed of a column, the usual first. */
export function functionsOf({ profile }: Pick<BuildColumn, "profile">): Measure["fn"][] {
  if (isMeasure(profile.kind)) {
    const role = roleOf(profile);
    if (role === "key" || role === "category") return ["distinct", "count", "min", "max"];
    const rest = ["min", "max", "median", "distinct", "count", "share"] as const;
    return role === "rate" ? ["avg", ...rest, "sum"] : ["sum", "avg", ...rest];
  }
  return isTime(profile.kind) ? ["min", "max", "distinct", "count"] : ["distinct", "count"];
}

/** Amounts and rates are added up sooner than keys, dates and texts are counted. */
const rank = ({ profile }: BuildColumn): number =>
  functionsOf({ profile }).includes("sum") ? 0 : 1;

/** A measure that can be chosen. */
interface MeasureOption extends ComboboxOption {
  measure: Measure;
}

/** Everything that can be computed: rows, the firm's own measures, then each column in each way. */
export function measureOptions(
  columns: readonly BuildColumn[],
  formulas: readonly ModelPart[],
  t: Dictionary,
): MeasureOption[] {
  const words = t.analyticsSuggest;
  const several = columns.some(({ ref }) => ref.table !== columns[0]?.ref.table);
  const tables = new Set(columns.map(({ ref }) => ref.table));
  const rows: Measure = { fn: "count", column: null, label: words.rows };
  const made: Omit<MeasureOption, "value">[] = [
    { label: words.rows, icon: IconRows, measure: rows },
    ...formulas
      .filter(({ source }) => tables.has(source))
      .map(({ name, label, sql, source, synonyms }) => ({
        label,
        keywords: synonyms,
        icon: IconModel,
        note: t.analyticsBuild.measures.model,
        measure: {
          fn: "formula" as const,
          column: null,
          formula: { table: source, sql, name },
          label,
        },
      })),
    ...columns
      .toSorted((a, b) => rank(a) - rank(b))
      .flatMap((column) =>
        functionsOf(column).map((fn) => {
          const label = fn === "formula" ? "" : words.measures[fn](column.ref.column);
          return {
            label,
            icon: columnIcon(column.profile.kind),
            note: several ? column.title : undefined,
            measure: { fn, column: column.ref, label },
          };
        }),
      ),
  ];
  return made.map((one, at) => ({ ...one, value: String(at) }));
}
