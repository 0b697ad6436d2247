import IconOrder from "~icons/lucide/arrow-down-wide-narrow";
import { createSignal, Show } from "solid-js";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Combobox } from "#web/ui/combobox.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import type { Build } from "./build-state.ts";
import { columnOptions, refKey, refOf } from "./build-table.ts";
import { SortKeys } from "./sort-keys.tsx";
import { Step } from "./step.tsx";
import { typedNumber } from "./typed-number.ts";

/** Which columns of single rows are shown, in which order rows come, and how many. */
export function OrderStep(props: { build: Build }) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().analyticsBuild.order;
  const query = () => props.build.query();
  const plain = () => query().groups.length === 0 && query().measures.length === 0;
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
      <SortKeys build={props.build} />
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
