import IconData from "~icons/lucide/database";
import IconJoin from "~icons/lucide/link-2";
import IconTable from "~icons/lucide/table-2";
import { createMemo, createSignal, Index, Match, Show, Switch } from "solid-js";
import { withoutJoin } from "#domain/analytics/builder/edit.ts";
import { emptyQuery, type ColumnRef, type Join } from "#domain/analytics/builder/model.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { ComboboxList } from "#web/ui/combobox-list.tsx";
import { Combobox } from "#web/ui/combobox.tsx";
import { FilterChip } from "#web/ui/filter-chip.tsx";
import type { Build } from "./build-state.ts";
import type { BuildTable } from "./build-table.ts";
import { ComputedColumns } from "./computed-columns.tsx";
import { JoinEditor } from "./join-editor.tsx";
import { joinOptions, tablesOutside } from "./join-options.ts";
import { createMeasuredKeys } from "./measured-keys.ts";
import { Step, StepChips } from "./step.tsx";

/** `all`: every table, by columns that are still to be chosen. */
type Open = { at: number | undefined; table: BuildTable | undefined; all?: boolean };

const OTHERS = "others";

/** Which table is asked, and which stand beside it. `isUnique` says of a key whether each value has one row. */
export function SourceStep(props: {
  build: Build;
  isUnique: (key: ColumnRef) => boolean | undefined;
}) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().analyticsBuild.data;
  const [open, setOpen] = createSignal<Open>();
  const joins = () => props.build.query().joins;
  const titleOf = (table: string) =>
    props.build.tables().find((one) => one.table === table)?.title ?? table;
  const [opened, setOpened] = createSignal(false);
  // The view is made anew for another question.
  // oxlint-disable-next-line solid/reactivity
  const measured = createMeasuredKeys(props.build, opened);
  const options = createMemo(() =>
    joinOptions(props.build.query(), props.build.tables(), props.build.joinKeys(), measured.keys()),
  );
  const noteOf = ({ join, share }: ReturnType<typeof options>[number]): string => {
    if (join === undefined) return words().other;
    const pair = words().on(join.from.column, join.to);
    if (share === undefined) return words().said(pair);
    // What lacks a row is never all of them, and what finds one is never none.
    const part = Math.max(100, Math.floor(share * 100) * 100);
    return words().share(pair, f().percent(part, 0));
  };
  /** What the list offers; other columns are asked for by themselves once there are ways to choose from. */
  const listed = createMemo(() => {
    if (open()?.all)
      return tablesOutside(props.build.query(), props.build.tables()).map((table) =>
        tableOption(table, table.table, words().other),
      );
    const own = options().map((one, at) => tableOption(one.table, String(at), noteOf(one)));
    const others = { value: OTHERS, label: words().others, icon: IconJoin };
    return options().some(({ join }) => join) ? [...own, others] : own;
  });
  const on = ({ from, table, to }: Join) =>
    words().on(`${titleOf(from.table)}.${from.column}`, `${titleOf(table)}.${to}`);
  const put = (join: Join): void => {
    const at = open()?.at;
    setOpen(undefined);
    props.build.patch({
      joins:
        at === undefined
          ? [...joins(), join]
          : joins().map((one, own) => (own === at ? join : one)),
    });
  };
  const choose = (value: string): void => {
    if (value === OTHERS) return void setOpen({ at: undefined, table: undefined, all: true });
    const option = open()?.all ? undefined : options()[Number(value)];
    if (option?.join) return put(option.join);
    const chosen = option?.table ?? tableOf(value, props.build);
    setOpen({ at: undefined, table: chosen });
  };
  const editing = () => joins()[open()?.at ?? -1];
  return (
    <Step title={words().title} icon={IconData}>
      <Show when={props.build.tables().length > 1}>
        <Combobox
          label={words().table}
          labelHidden
          value={props.build.query().table}
          options={props.build
            .tables()
            .map(({ table, title }) => ({ value: table, label: title, icon: IconTable }))}
          onChange={(table) => {
            if (table !== undefined && table !== props.build.query().table)
              props.build.replace({ query: emptyQuery(table) });
          }}
        />
      </Show>
      <Show when={props.build.tables().length === 1}>
        <p class="truncate font-medium">{titleOf(props.build.query().table)}</p>
      </Show>
      <Show when={props.build.tables().length > 1}>
        <StepChips
          label={words().add}
          add={joins().length < 4 && options().length > 0 ? words().add : undefined}
          onAdd={() => {
            setOpened(true);
            setOpen({ at: undefined, table: undefined });
          }}
          open={open() !== undefined}
          onClose={() => setOpen(undefined)}
          class="w-104"
          chips={
            <Index each={joins()}>
              {(join, at) => (
                <FilterChip
                  icon={IconJoin}
                  field={words().joined}
                  value={titleOf(join().table)}
                  title={on(join())}
                  removeLabel={t().analyticsBuild.remove(titleOf(join().table))}
                  onClick={() => setOpen({ at, table: undefined })}
                  onRemove={() => props.build.change(withoutJoin(props.build.query(), at))}
                />
              )}
            </Index>
          }
        >
          <Switch>
            <Match
              when={open()?.table ?? (editing() && tableOf(editing()?.table, props.build))}
              keyed
            >
              {(table) => (
                <JoinEditor build={props.build} table={table} join={editing()} onDone={put} />
              )}
            </Match>
            <Match when={open()}>
              <ComboboxList
                label={words().add}
                options={listed()}
                loading={measured.loading()}
                chosen={[]}
                onToggle={choose}
              />
            </Match>
          </Switch>
        </StepChips>
      </Show>
      <Index
        each={joins().filter(
          (join) => props.isUnique({ table: join.table, column: join.to }) === false,
        )}
      >
        {(join) => <p class="text-small text-ink-3">{words().many(titleOf(join().table))}</p>}
      </Index>
      <ComputedColumns build={props.build} />
    </Step>
  );
}

const tableOption = ({ title }: BuildTable, value: string, note: string) => ({
  value,
  label: title,
  icon: IconTable,
  note,
});

const tableOf = (name: string | undefined, build: Build): BuildTable | undefined =>
  build.tables().find(({ table }) => table === name);
