import { Show } from "solid-js";
import { calendarDate } from "#web/lib/calendar-date.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { DatePicker } from "#web/ui/date/date-picker.tsx";
import { Select } from "#web/ui/select.tsx";
import { endOf, LIVES, type Life } from "./life.ts";

const DAY = 86_400_000;
const inDays = (days: number) => calendarDate(new Date(Date.now() + days * DAY));

/** How long a token lives, and the day on which that ends. */
export function LifeField(props: {
  life: Life;
  lastDay: string | undefined;
  onLife: (life: Life) => void;
  onLastDay: (day: string | undefined) => void;
  error?: string | undefined;
}) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().tokens.dialog;
  const hint = () => {
    if (props.life === "date") {
      return props.lastDay ? words().ends(f().dayLong(props.lastDay)) : undefined;
    }
    const end = endOf(props.life, undefined, Date.now());
    return end && words().endsAt(f().dayLong(calendarDate(new Date(end))));
  };
  const options = () =>
    LIVES.map((life) => {
      return { value: life, label: life === "date" ? words().date : words().days(Number(life)) };
    });
  return (
    <div class="grid grid-cols-2 items-start gap-4 phone:grid-cols-1">
      <Select
        label={words().life}
        options={options()}
        value={props.life}
        onChange={(life) => props.onLife(life)}
        hint={hint()}
        error={props.life === "date" ? undefined : props.error}
      />
      <Show when={props.life === "date"}>
        <DatePicker
          label={words().until}
          required
          value={props.lastDay}
          onChange={(day) => props.onLastDay(day)}
          min={inDays(1)}
          max={inDays(365)}
          error={props.error}
        />
      </Show>
    </div>
  );
}
