import { createSignal, Show } from "solid-js";
import { chosenRange } from "#domain/dashboards/bind.ts";
import type { Parameter, RangeValue } from "#domain/dashboards/parameters.ts";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { useFormat, useLocale, useTexts } from "#web/lib/i18n.tsx";
import { today } from "#web/lib/today.ts";
import { Button } from "#web/ui/button.tsx";
import { FilterChip } from "#web/ui/filter-chip.tsx";
import { Popover } from "#web/ui/popover.tsx";
import { TextButton } from "#web/ui/text-button.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { chosenWords } from "./in-words.ts";
import { numberToType, typedNumber } from "./typed-number.ts";

/** Numbers from one to another, both included; an empty end is open. */
export function RangeChip(props: { parameter: Extract<Parameter, { kind: "range" }> }) {
  const t = useTexts();
  const f = useFormat();
  const { language } = useLocale();
  const { filters } = useDashboard();
  const [open, setOpen] = createSignal(false);
  const [from, setFrom] = createSignal("");
  const [to, setTo] = createSignal("");
  const [tried, setTried] = createSignal(false);
  const words = () => t().dashboards.range;
  const chosen = () => chosenRange(props.parameter, filters.chosen());
  const begin = () => {
    setFrom(numberToType(chosen().from, language()));
    setTo(numberToType(chosen().to, language()));
    setTried(false);
  };
  const read = () => ({
    from: typedNumber(from(), language()),
    to: typedNumber(to(), language()),
  });
  const wrong = (typed: string) =>
    tried() && typedNumber(typed, language()) === undefined ? words().noNumber : undefined;
  const turned = () => {
    const { from: low, to: high } = read();
    return typeof low === "number" && typeof high === "number" && low > high;
  };
  const choose = (value: RangeValue) => {
    filters.choose(props.parameter.name, value);
    setOpen(false);
  };
  const apply = () => {
    const { from: low, to: high } = read();
    setTried(true);
    if (low !== undefined && high !== undefined && !turned()) choose({ from: low, to: high });
  };
  const value = () =>
    chosenWords(props.parameter, filters.chosen(), {
      f: f(),
      t: t().dashboards,
      today: today(),
    });
  return (
    <Popover
      label={props.parameter.label}
      open={open()}
      onOpenChange={(next) => {
        if (next) begin();
        setOpen(next);
      }}
      class="w-72 p-3"
      trigger={(attributes) => (
        <FilterChip {...attributes} field={props.parameter.label} value={value()} />
      )}
    >
      <form
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <div class="grid grid-cols-2 gap-2">
          <TextField
            label={words().from}
            inputmode="decimal"
            autocomplete="off"
            numeric
            value={from()}
            onInput={setFrom}
            error={wrong(from())}
          />
          <TextField
            label={words().to}
            inputmode="decimal"
            autocomplete="off"
            numeric
            value={to()}
            onInput={setTo}
            error={wrong(to()) ?? (tried() && turned() ? words().turned : undefined)}
          />
        </div>
        <div class="mt-3 flex items-center justify-between gap-2">
          <Show when={chosen().from !== null || chosen().to !== null} fallback={<span />}>
            <TextButton onClick={() => choose({ from: null, to: null })}>
              {t().dashboards.category.clear}
            </TextButton>
          </Show>
          <Button type="submit" kind="primary" size="sm">
            {words().apply}
          </Button>
        </div>
      </form>
    </Popover>
  );
}
