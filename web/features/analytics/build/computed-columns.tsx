import IconFormula from "~icons/lucide/square-function";
import { createSignal, Index } from "solid-js";
import { withoutComputed } from "#domain/analytics/builder/edit.ts";
import { changedComputed } from "#domain/analytics/builder/edit-computed.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { FilterChip } from "#web/ui/filter-chip.tsx";
import type { Build } from "./build-state.ts";
import { columnParts } from "./build-table.ts";
import { computedKind, refusedFault, writtenFault } from "./formula-check.ts";
import { FormulaForm, type FormulaFaults } from "./formula-form.tsx";
import { StepChips } from "./step.tsx";

/** As many as a question may have. */
const MOST = 8;

/** The columns that the question makes of others; they can be filtered, grouped and calculated with like any other. */
export function ComputedColumns(props: { build: Build }) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().analyticsBuild.computed;
  const [open, setOpen] = createSignal<number | "new">();
  const columns = () => props.build.query().computed ?? [];
  const at = () => (open() === "new" ? columns().length : Number(open() ?? 0));
  const current = () => columns()[at()];
  /** A formula may speak of what was computed before it. */
  const before = () => columns().slice(0, at());
  const parts = () =>
    columnParts(
      props.build
        .columns()
        .filter(
          ({ ref, computed }) =>
            !computed ||
            before().some(({ table, name }) => table === ref.table && name === ref.column),
        ),
      props.build.query().table,
    );
  const apply = async (name: string, sql: string): Promise<FormulaFaults | undefined> => {
    const fault = writtenFault(sql, t().analyticsBuild.formula);
    if (fault !== undefined) return { sql: fault };
    const own = current();
    const table = own?.table ?? props.build.query().table;
    const taken = props.build
      .columns()
      .some(
        ({ ref }) =>
          ref.table === table &&
          ref.column !== own?.name &&
          ref.column.toLowerCase() === name.toLowerCase(),
      );
    if (taken) return { name: words().taken(name) };
    try {
      const kind = await computedKind(props.build, { table, name, sql }, before());
      const made = { table, name, sql, kind };
      const query = props.build.query();
      props.build.change(
        own ? changedComputed(query, own, made) : { ...query, computed: [...columns(), made] },
      );
      setOpen(undefined);
      return undefined;
    } catch (thrown) {
      return { sql: refusedFault(thrown, "rows", props.build, { t: t(), f: f() }) };
    }
  };
  return (
    <StepChips
      label={words().title}
      add={columns().length < MOST ? words().add : undefined}
      onAdd={() => setOpen("new")}
      open={open() !== undefined}
      onClose={() => setOpen(undefined)}
      class="w-88"
      chips={
        <Index each={columns()}>
          {(column, place) => (
            <FilterChip
              icon={IconFormula}
              field=""
              value={column().name}
              title={column().sql}
              removeLabel={t().analyticsBuild.remove(column().name)}
              aria-label={words().edit(column().name)}
              onClick={() => setOpen(place)}
              onRemove={() => props.build.change(withoutComputed(props.build.query(), column()))}
            />
          )}
        </Index>
      }
    >
      <FormulaForm
        name={current()?.name ?? ""}
        sql={current()?.sql ?? ""}
        hint={words().hint}
        action={current() ? t().analyticsBuild.formula.change : t().analyticsBuild.formula.add}
        parts={parts()}
        onApply={apply}
      />
    </StepChips>
  );
}
