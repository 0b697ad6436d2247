import { createResource, createSignal, For, Show } from "solid-js";
import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import { chosenValues } from "#domain/dashboards/bind.ts";
import { columnOf } from "#domain/dashboards/narrow.ts";
import type { Parameter } from "#domain/dashboards/parameters.ts";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { FilterChip } from "#web/ui/filter-chip.tsx";
import { Popover } from "#web/ui/popover.tsx";
import { TextButton } from "#web/ui/text-button.tsx";
import { TextField } from "#web/ui/text-field.tsx";

const MOST = 500;

/** Some values of a column, or all. They are read from the first loaded table that has it. */
export function CategoryChip(props: { parameter: Extract<Parameter, { kind: "category" }> }) {
  const t = useTexts();
  const { tables, filters, runner, sources } = useDashboard();
  const [open, setOpen] = createSignal(false);
  const [words, setWords] = createSignal("");
  const texts = () => t().dashboards.category;
  const chosen = () => chosenValues(props.parameter, filters.chosen());
  const holder = () =>
    sources.all().find((source) => {
      const table = tables().find(({ name }) => name === source.table);
      return table && columnOf(table, props.parameter.column);
    });
  const [values] = createResource(
    () => (open() ? holder() : undefined),
    async (source) => {
      await sources.load(source);
      const column = quoteIdentifier(props.parameter.column);
      const sql = `SELECT DISTINCT ${column}::VARCHAR AS v FROM ${quoteIdentifier(source.table)} WHERE ${column} IS NOT NULL ORDER BY 1 LIMIT ${MOST}`;
      const { rows } = await runner.run(`values-${props.parameter.name}`, sql);
      return rows.map(([value]) => String(value));
    },
  );
  const listed = () => {
    const all = [...new Set([...chosen(), ...((values.error ? undefined : values()) ?? [])])];
    const typed = words().toLowerCase();
    return all.filter((value) => value.toLowerCase().includes(typed));
  };
  const set = (value: string, on: boolean) =>
    filters.choose(
      props.parameter.name,
      on ? [...chosen(), value] : chosen().filter((one) => one !== value),
    );
  const shown = () =>
    chosen().length === 0
      ? texts().all
      : chosen().length > 2
        ? texts().some(chosen().length)
        : chosen().join(", ");
  return (
    <Popover
      label={props.parameter.label}
      open={open()}
      onOpenChange={setOpen}
      trigger={(attributes) => (
        <FilterChip {...attributes} field={props.parameter.label} value={shown()} />
      )}
    >
      <TextField
        label={texts().search}
        labelHidden
        placeholder={texts().search}
        value={words()}
        onInput={setWords}
      />
      <div class="mt-2 flex max-h-64 flex-col gap-2 overflow-y-auto px-1 py-1">
        <Show when={!values.loading} fallback={<p class="text-ink-3">{t().ui.loading}</p>}>
          <Show when={listed().length > 0} fallback={<p class="text-ink-3">{texts().none}</p>}>
            <For each={listed()}>
              {(value) => (
                <Checkbox
                  label={value}
                  checked={chosen().includes(value)}
                  onChange={(on) => set(value, on)}
                />
              )}
            </For>
          </Show>
        </Show>
      </div>
      <Show when={chosen().length > 0}>
        <TextButton class="mt-2" onClick={() => filters.choose(props.parameter.name, [])}>
          {texts().clear}
        </TextButton>
      </Show>
    </Popover>
  );
}
