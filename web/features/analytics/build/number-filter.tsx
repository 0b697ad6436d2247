import { createSignal, Show } from "solid-js";
import type { ColumnRef, Comparison, Filter } from "#domain/analytics/builder/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import type { FilterOp } from "./filter-words.ts";
import { typedNumber } from "./typed-number.ts";

/** A number, or two ends, to hold a column against. */
export function NumberFilter(props: {
  column: ColumnRef;
  op: FilterOp;
  filter: Filter | undefined;
  onChange: (filter: Filter | null) => void;
}) {
  const t = useTexts();
  const words = () => t().analyticsBuild.filters;
  const first = () => {
    const own = props.filter;
    const value = own?.type === "number" ? own.value : own?.type === "range" ? own.from : null;
    return value === null || value === undefined ? "" : String(value);
  };
  const second = () => {
    const own = props.filter;
    return own?.type === "range" && own.to !== null ? String(own.to) : "";
  };
  const [from, setFrom] = createSignal(first());
  const [to, setTo] = createSignal(second());
  const wrong = (text: string) =>
    text.trim() !== "" && typedNumber(text) === undefined ? words().number : undefined;
  const tell = (): void => {
    const low = typedNumber(from());
    const high = typedNumber(to());
    const { column } = props;
    if (props.op === "between") {
      const none = low === undefined && high === undefined;
      props.onChange(none ? null : { type: "range", column, from: low ?? null, to: high ?? null });
    } else
      props.onChange(
        low === undefined
          ? null
          : { type: "number", column, op: props.op as Comparison, value: low },
      );
  };
  return (
    <div class="flex gap-2">
      <TextField
        class="min-w-0 flex-1"
        label={props.op === "between" ? words().from : words().value}
        labelHidden={props.op !== "between"}
        data-autofocus
        inputMode="decimal"
        numeric
        value={from()}
        error={wrong(from())}
        onInput={(text) => {
          setFrom(text);
          tell();
        }}
      />
      <Show when={props.op === "between"}>
        <TextField
          class="min-w-0 flex-1"
          label={words().to}
          inputMode="decimal"
          numeric
          value={to()}
          error={wrong(to())}
          onInput={(text) => {
            setTo(text);
            tell();
          }}
        />
      </Show>
    </div>
  );
}
