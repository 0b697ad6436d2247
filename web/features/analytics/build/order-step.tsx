import IconOrder from "~icons/lucide/arrow-down-wide-narrow";
import { createMemo, createSignal, Show } from "solid-js";
import { resultNames } from "#domain/analytics/builder/compile.ts";
import type { SortKey } from "#domain/analytics/builder/model.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Combobox } from "#web/ui/combobox.tsx";
import { SegmentedControl } from "#web/ui/segmented-control.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import type { Build } from "./build-state.ts";
import { columnOptions, refKey, refOf } from "./build-table.ts";
import { Step } from "./step.tsx";
import { typedNumber } from "./typed-number.ts";

const keyOf = ({ by }: SortKey): string =>
  by.type === "column" ? refKey(by.column) : `${by.type} ${by.at}`;

/** Which columns of single rows are shown, in which order rows come, and how many. */
export function OrderStep(props: { build: Build }) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().analyticsBuild.order;
  const query = () => props.build.query();
  const plain = () => query().groups.length === 0 && query().measures.length === 0;
  const options = createMemo(() => {
    if (plain()) return columnOptions(props.build.columns());
    const names = resultNames(query());
    return [
      ...names.measures.map((label, at) => ({ value: `measure ${at}`, label })),
      ...names.groups.map((label, at) => ({ value: `group ${at}`, label })),
    ];
  });
  const sort = (): SortKey | undefined => query().sort[0];
  const by = (key: string | undefined): void => {
    if (key === undefined) return props.build.patch({ sort: [] });
    const [type = "", at] = key.split(" ");
    const own: SortKey["by"] =
      type === "measure" || type === "group"
        ? { type, at: Number(at) }
        : { type: "column", column: refOf(key) };
    props.build.patch({
      sort: [{ by: own, descending: sort()?.descending ?? type === "measure" }],
    });
  };
  const [typed, setTyped] = createSignal<string>();
  const shown = () => typed() ?? (query().limit === null ? "" : String(query().limit));
  const wrong = () => {
    const text = shown();
    return text.trim() !== "" && limitOf(text) === undefined ? words().wrong : undefined;
  };
  const limit = (text: string): void => {
    setTyped(text);
    const next = text.trim() === "" ? null : limitOf(text);
    if (next !== undefined) props.build.patch({ limit: next }, "limit");
  };
  return (
    <Step title={words().title} icon={IconOrder}>
      <Show when={plain()}>
        <Combobox
          multiple
          label={words().columns}
          labelHidden
          placeholder={words().allColumns}
          options={columnOptions(props.build.columns())}
          value={query().columns.map(refKey)}
          onChange={(keys) => props.build.patch({ columns: keys.map(refOf) })}
        />
      </Show>
      <div class="flex flex-wrap items-center gap-2">
        <Combobox
          class="min-w-40 flex-1"
          label={words().by}
          labelHidden
          placeholder={words().usual}
          options={options()}
          value={sort() && keyOf(sort()!)}
          onChange={by}
        />
        <Show when={sort()}>
          {(own) => (
            <SegmentedControl
              label={words().ways}
              size="md"
              value={own().descending ? "down" : "up"}
              onChange={(way) =>
                props.build.patch({ sort: [{ ...own(), descending: way === "down" }] })
              }
              options={[
                { value: "up", label: words().up },
                { value: "down", label: words().down },
              ]}
            />
          )}
        </Show>
      </div>
      <TextField
        label={words().limit}
        labelHidden
        inputMode="numeric"
        placeholder={words().noLimit}
        value={shown()}
        error={wrong()}
        onInput={limit}
        onBlur={() => !wrong() && setTyped(undefined)}
        title={query().limit === null ? undefined : f().number(query().limit ?? 0)}
      />
    </Step>
  );
}

function limitOf(text: string): number | undefined {
  const value = typedNumber(text);
  return value !== undefined && Number.isInteger(value) && value >= 1 && value <= 10_000
    ? value
    : undefined;
}
