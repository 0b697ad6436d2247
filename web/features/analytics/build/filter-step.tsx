import IconFilter from "~icons/lucide/list-filter";
import { createSignal, Index, Match, Show, Switch } from "solid-js";
import type { ColumnRef, Filter } from "#domain/analytics/builder/model.ts";
import { columnIcon } from "#web/features/analytics/column-icon.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { ComboboxList } from "#web/ui/combobox-list.tsx";
import { FilterChip } from "#web/ui/filter-chip.tsx";
import { SegmentedControl } from "#web/ui/segmented-control.tsx";
import type { Build } from "./build-state.ts";
import { columnOptions, refOf, sameRef } from "./build-table.ts";
import { FilterEditor } from "./filter-editor.tsx";
import { filterValue, opOf } from "./filter-words.ts";
import { Step, StepChips } from "./step.tsx";

/** Which filter is open: one of the list, or a new one of a column, once it is chosen. */
type Open = { at: number | undefined; column: ColumnRef | undefined };

/** Which rows are kept. */
export function FilterStep(props: { build: Build }) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().analyticsBuild.filters;
  const [open, setOpen] = createSignal<Open>();
  const filters = () => props.build.query().filters;
  const kindOf = (ref: ColumnRef) =>
    props.build.columns().find((one) => sameRef(one.ref, ref))?.profile.kind;
  const put = (at: number, filter: Filter) =>
    props.build.patch(
      { filters: filters().map((one, own) => (own === at ? filter : one)) },
      `filter-${at}`,
    );
  const remove = (at: number) =>
    props.build.patch({ filters: filters().filter((_, own) => own !== at) }, `filter-${at}`);
  const edit = (filter: Filter | null) => {
    const now = open();
    if (now?.column === undefined) return;
    if (now.at !== undefined && filter !== null) put(now.at, filter);
    else if (now.at !== undefined) {
      remove(now.at);
      setOpen({ ...now, at: undefined });
    } else if (filter !== null) {
      setOpen({ ...now, at: filters().length });
      props.build.patch({ filters: [...filters(), filter] }, `filter-${filters().length}`);
    }
  };
  const current = () => filters()[open()?.at ?? -1];
  return (
    <Step
      title={words().title}
      icon={IconFilter}
      aside={
        <Show when={filters().length > 1}>
          <SegmentedControl
            label={words().match}
            size="sm"
            value={props.build.query().match}
            onChange={(match) => props.build.patch({ match })}
            options={[
              { value: "all", label: words().all },
              { value: "any", label: words().any },
            ]}
          />
        </Show>
      }
    >
      <StepChips
        label={words().title}
        add={words().add}
        onAdd={() => setOpen({ at: undefined, column: undefined })}
        open={open() !== undefined}
        onClose={() => setOpen(undefined)}
        chips={
          <Index each={filters()}>
            {(filter, at) => (
              <FilterChip
                field={filter().column.column}
                operator={words().ops[opOf(filter())]}
                value={filterValue(filter(), words(), f())}
                icon={columnIcon(kindOf(filter().column) ?? "text")}
                onClick={() => setOpen({ at, column: filter().column })}
                onRemove={() => remove(at)}
              />
            )}
          </Index>
        }
      >
        <Switch>
          <Match when={open()?.column === undefined}>
            <ComboboxList
              label={t().analyticsBuild.choose}
              options={columnOptions(props.build.columns())}
              chosen={[]}
              onToggle={(key) => setOpen({ at: undefined, column: refOf(key) })}
            />
          </Match>
          <Match when={open()?.column} keyed>
            {(ref) => (
              <FilterEditor
                column={ref}
                kind={kindOf(ref) ?? "text"}
                filter={current()}
                keeper={props.build.keeper}
                from={props.build.fromOf(ref)}
                onChange={edit}
                onDone={() => setOpen(undefined)}
              />
            )}
          </Match>
        </Switch>
      </StepChips>
    </Step>
  );
}
