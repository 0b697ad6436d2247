import { createSignal, For, Show } from "solid-js";
import { quoteIdentifier, quoteLiteral } from "#domain/analytics/sql/quote.ts";
import { chosenValues } from "#domain/dashboards/bind.ts";
import { columnOf } from "#domain/dashboards/narrow.ts";
import type { Parameter } from "#domain/dashboards/parameters.ts";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { createResource } from "#web/lib/resource.ts";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { FilterChip } from "#web/ui/filter-chip.tsx";
import { Popover } from "#web/ui/popover.tsx";
import { TextButton } from "#web/ui/text-button.tsx";
import { TextField } from "#web/ui/text-field.tsx";

const MOST = 500;

/** The values of a column with how often each stands there, the most frequent first. */
const valuesSql = (table: string, column: string, typed: string): string => {
  const name = quoteIdentifier(column);
  const like =
    typed === "" ? "" : ` AND contains(lower(${name}::VARCHAR), lower(${quoteLiteral(typed)}))`;
  return `SELECT ${name}::VARCHAR AS v, count(*) AS n FROM ${quoteIdentifier(table)} WHERE ${name} IS NOT NULL${like} GROUP BY 1 ORDER BY n DESC, v LIMIT ${MOST}`;
};

/** Some values of a column, or all. They are read from the first loaded table that has it. */
export function CategoryChip(props: { parameter: Extract<Parameter, { kind: "category" }> }) {
  const t = useTexts();
  const f = useFormat();
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
  const [whole, setWhole] = createSignal(true);
  const [values] = createResource(
    () => {
      const source = open() ? holder() : undefined;
      // While every value is at hand, typing asks for nothing.
      return source && { source, typed: whole() ? "" : words().trim() };
    },
    async ({ source, typed }) => {
      await sources.load(source);
      const { rows } = await runner.run(
        `values-${props.parameter.name}`,
        valuesSql(source.table, props.parameter.column, typed),
      );
      if (typed === "") setWhole(rows.length < MOST);
      return rows.map(([value, count]) => ({ value: String(value), count: Number(count) }));
    },
  );
  /** Asked by its state: to read what is still on its way would hold the page, and the popover could not close. */
  const read = () =>
    values.state === "ready" || values.state === "refreshing" ? values.latest : undefined;
  const listed = () => {
    const known = read() ?? [];
    const held = new Set(known.map(({ value }) => value));
    const others = chosen()
      .filter((value) => !held.has(value))
      .map((value) => ({ value, count: undefined }));
    const typed = words().trim().toLowerCase();
    return [...others, ...known].filter(({ value }) => value.toLowerCase().includes(typed));
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
        <Show
          when={read() !== undefined || values.state === "errored"}
          fallback={<p class="text-ink-3">{t().ui.loading}</p>}
        >
          <Show when={listed().length > 0} fallback={<p class="text-ink-3">{texts().none}</p>}>
            <For each={listed()}>
              {({ value, count }) => (
                <div class="flex items-start gap-2">
                  <Checkbox
                    class="min-w-0 flex-1"
                    label={value}
                    checked={chosen().includes(value)}
                    onChange={(on) => set(value, on)}
                  />
                  <Show when={count !== undefined}>
                    <span class="num shrink-0 text-small text-ink-3">{f().number(count ?? 0)}</span>
                  </Show>
                </div>
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
