import { measureExpressions } from "#domain/analytics/builder/compile.ts";
import type { Measure } from "#domain/analytics/builder/model.ts";
import { isMeasure } from "#domain/analytics/profile.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import type { Build } from "./build-state.ts";
import { columnParts } from "./build-table.ts";
import { refusedFault, tryMeasure, writtenFault } from "./formula-check.ts";
import { FormulaForm, type FormulaFaults } from "./formula-form.tsx";

/** A measure as a formula of others and of sums of columns; `at` is its place, or the next one. */
export function MeasureFormula(props: { build: Build; at: number; onDone: () => void }) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().analyticsBuild.formula;
  const current = (): Measure | undefined => props.build.query().measures[props.at];
  const parts = () => {
    const query = props.build.query();
    const figures = measureExpressions(query, props.build.tables());
    const others = query.measures.flatMap(({ label }, at) =>
      at === props.at ? [] : [{ label, sql: figures[at] ?? "" }],
    );
    const columns = props.build.columns().filter(({ profile }) => isMeasure(profile.kind));
    const sums = columnParts(columns, query.table).map(({ label, sql }) => ({
      label: `sum(${label})`,
      sql: `sum(${sql})`,
    }));
    return [...others, ...sums.filter(({ sql }) => !others.some((one) => one.sql === sql))];
  };
  const apply = async (label: string, sql: string): Promise<FormulaFaults | undefined> => {
    const fault = writtenFault(sql, words());
    if (fault !== undefined) return { sql: fault };
    const table = current()?.formula?.table ?? props.build.query().table;
    const made: Measure = {
      fn: "formula",
      column: null,
      formula: { table, sql, name: null },
      label,
    };
    try {
      await tryMeasure(props.build, made);
    } catch (thrown) {
      return { sql: refusedFault(thrown, "groups", props.build, { t: t(), f: f() }) };
    }
    const { measures } = props.build.query();
    props.build.patch({
      measures: current()
        ? measures.map((one, at) => (at === props.at ? made : one))
        : [...measures, made],
    });
    props.onDone();
    return undefined;
  };
  return (
    <FormulaForm
      name={current()?.label ?? ""}
      sql={current()?.formula?.sql ?? ""}
      hint={words().measureHint}
      action={current() ? words().change : words().add}
      parts={parts()}
      onApply={apply}
    />
  );
}
