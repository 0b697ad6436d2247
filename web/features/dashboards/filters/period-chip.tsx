import { createSignal, For } from "solid-js";
import { chosenDays, type Chosen } from "#domain/dashboards/bind.ts";
import { PRESETS, type Parameter, type PeriodValue } from "#domain/dashboards/parameters.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { today } from "#web/lib/today.ts";
import { cx } from "#web/ui/cx.ts";
import { DatePicker } from "#web/ui/date/date-picker.tsx";
import { FilterChip } from "#web/ui/filter-chip.tsx";
import { Popover } from "#web/ui/popover.tsx";
import { chosenWords } from "./in-words.ts";

/** The period of a dashboard: by name, or from one day to another. */
export function PeriodChip(props: {
  parameter: Extract<Parameter, { kind: "period" }>;
  chosen: Chosen;
  onChoose: (value: PeriodValue) => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const [open, setOpen] = createSignal(false);
  const words = () => t().dashboards.period;
  const days = () => chosenDays(props.parameter, props.chosen, today());
  const value = () =>
    chosenWords(props.parameter, props.chosen, { f: f(), t: t().dashboards, today: today() });
  const preset = () => {
    const now = props.chosen[props.parameter.name] ?? props.parameter.initial;
    return typeof now === "object" && "preset" in now ? now.preset : undefined;
  };
  return (
    <Popover
      label={props.parameter.label}
      open={open()}
      onOpenChange={setOpen}
      class="w-72 p-2"
      trigger={(attributes) => (
        <FilterChip {...attributes} field={props.parameter.label} value={value()} />
      )}
    >
      <ul class="flex flex-col">
        <For each={PRESETS}>
          {(name) => (
            <li>
              <button
                type="button"
                aria-pressed={preset() === name}
                class={cx(
                  "flex h-8 w-full items-center rounded-2 px-2 text-left hover:bg-hover phone:h-11",
                  preset() === name && "bg-accent-soft font-medium text-accent-ink",
                )}
                onClick={() => {
                  props.onChoose({ preset: name });
                  setOpen(false);
                }}
              >
                {words().presets[name]}
              </button>
            </li>
          )}
        </For>
      </ul>
      <div class="mt-2 grid grid-cols-2 gap-2 border-t border-line px-1 pt-2">
        <DatePicker
          label={words().from}
          value={days().from ?? undefined}
          max={days().to ?? undefined}
          onChange={(from) => props.onChoose({ from: from ?? null, to: days().to })}
        />
        <DatePicker
          label={words().to}
          value={days().to ?? undefined}
          min={days().from ?? undefined}
          onChange={(to) => props.onChoose({ from: days().from, to: to ?? null })}
        />
        {/* Which number is the month is seen in words. */}
        <p class="col-span-2 text-small text-ink-2" role="status">
          {value()}
        </p>
      </div>
    </Popover>
  );
}
