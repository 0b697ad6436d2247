import { Match, Show, Switch } from "solid-js";
import {
  PRESETS,
  type ColumnRef,
  type Filter,
  type Preset,
} from "#domain/analytics/builder/model.ts";
import { presetDays } from "#domain/analytics/builder/presets.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { today } from "#web/lib/today.ts";
import { DatePicker } from "#web/ui/date/date-picker.tsx";
import { Select } from "#web/ui/select.tsx";
import type { FilterOp } from "./filter-words.ts";

/** A period that follows the calendar, or days. */
export function DateFilter(props: {
  column: ColumnRef;
  op: FilterOp;
  filter: Filter | undefined;
  onChange: (filter: Filter | null) => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().analyticsBuild.filters;
  const days = () => (props.filter?.type === "days" ? props.filter : undefined);
  const preset = () => (props.filter?.type === "preset" ? props.filter.preset : undefined);
  const span = () => {
    const now = preset();
    if (now === undefined) return undefined;
    const { from, to } = presetDays(now, today());
    return from === to ? f().day(from) : `${f().day(from)} – ${f().day(to)}`;
  };
  /** Which number is the month is seen in words. */
  const inWords = (date: string | null | undefined) => (date ? f().dayLong(date) : undefined);
  const tell = (from: string | null, to: string | null): void =>
    props.onChange(
      from === null && to === null ? null : { type: "days", column: props.column, from, to },
    );
  return (
    <Switch>
      <Match when={props.op === "preset"}>
        <Select<Preset>
          label={words().preset}
          placeholder={words().preset}
          labelHidden
          value={preset()}
          hint={span()}
          onChange={(next) =>
            props.onChange({ type: "preset", column: props.column, preset: next })
          }
          options={PRESETS.map((value) => ({ value, label: words().presets[value] }))}
        />
      </Match>
      <Match when={props.op !== "preset"}>
        <div class="flex flex-col gap-2">
          <Show when={props.op !== "until"}>
            <DatePicker
              label={props.op === "since" ? words().since : words().first}
              value={days()?.from ?? undefined}
              today={today()}
              hint={inWords(days()?.from)}
              onChange={(from) =>
                tell(from ?? null, props.op === "since" ? null : (days()?.to ?? null))
              }
            />
          </Show>
          <Show when={props.op !== "since"}>
            <DatePicker
              label={props.op === "until" ? words().until : words().last}
              value={days()?.to ?? undefined}
              today={today()}
              hint={inWords(days()?.to)}
              onChange={(to) =>
                tell(props.op === "until" ? null : (days()?.from ?? null), to ?? null)
              }
            />
          </Show>
        </div>
      </Match>
    </Switch>
  );
}
