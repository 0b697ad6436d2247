import { createSignal, onCleanup, Show } from "solid-js";
import type { ColumnRef } from "#domain/analytics/builder/model.ts";
import type { EngineKeeper } from "#web/features/analytics/engine/keeper.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { createResource } from "#web/lib/resource.ts";
import { ComboboxList } from "#web/ui/combobox-list.tsx";
import { valueCounts, type ValueCount } from "./value-counts.ts";

/** Options are texts: an empty cell has a key that no text has. */
const keyOf = (value: string | null): string => (value === null ? "null" : `=${value}`);
const valueOf = (key: string): string | null => (key === "null" ? null : key.slice(1));

/** The values of a column with the rows that have them, searched in the engine; each is ticked or not. */
export function ValueList(props: {
  column: ColumnRef;
  /** Where the column is read, in SQL. */
  from: string;
  keeper: EngineKeeper;
  chosen: readonly (string | null)[];
  onChange: (values: (string | null)[]) => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().analyticsBuild.filters;
  const [text, setText] = createSignal("");
  let current: AbortController | undefined;
  onCleanup(() => current?.abort());
  const [found] = createResource(
    () => ({ from: props.from, column: props.column.column, text: text() }),
    async (asked, { value }): Promise<ValueCount[]> => {
      current?.abort();
      const own = new AbortController();
      current = own;
      try {
        return await valueCounts(props.keeper, asked, asked.text, own.signal);
      } catch (error) {
        if (own.signal.aborted) return value ?? [];
        throw error;
      }
    },
  );
  const values = () => (found.error === undefined ? (found.latest ?? []) : []);
  /** What was chosen stays in sight, also where the search does not find it. */
  const options = () => [
    ...props.chosen
      .filter((value) => text() === "" && !values().some((one) => one.value === value))
      .map((value) => ({ value: keyOf(value), label: value ?? words().blank })),
    ...values().map(({ value, count }) => ({
      value: keyOf(value),
      label: value ?? words().blank,
      note: f().number(count),
    })),
  ];
  const toggle = (key: string): void => {
    const value = valueOf(key);
    props.onChange(
      props.chosen.includes(value)
        ? props.chosen.filter((one) => one !== value)
        : [...props.chosen, value],
    );
  };
  return (
    <>
      <ComboboxList
        label={words().values(props.column.column)}
        options={options()}
        chosen={props.chosen.map(keyOf)}
        onToggle={toggle}
        onSearch={setText}
        loading={found.loading}
      />
      <Show when={found.error as unknown}>
        <p role="alert" class="px-3 pb-3 text-small text-bad">
          {words().failed}
        </p>
      </Show>
    </>
  );
}
