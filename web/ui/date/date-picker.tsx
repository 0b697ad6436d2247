import IconCalendar from "~icons/lucide/calendar";
import { calendarDate } from "#web/lib/calendar-date.ts";
import { useFormat, useLocale, useTexts } from "#web/lib/i18n.tsx";
import { createSignal, splitProps } from "solid-js";
import type { FieldProps } from "#web/ui/field.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { Popover } from "#web/ui/popover.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { dateHint, parseTyped } from "./typed-date.ts";
import { CalendarGrid } from "./calendar-grid.tsx";

/** A day whose number can be no month: it says which is which. */
const LIKE = "2026-11-24";

/**
 * A day (YYYY-MM-DD): typed in the person's own order, or chosen from a month whose weeks start where theirs do. What
 * is typed is taken on Enter and on leaving the field; what is no date stays, with the reason below it.
 */
export function DatePicker(
  props: FieldProps & {
    value: string | undefined;
    onChange: (date: string | undefined) => void;
    min?: string | undefined;
    max?: string | undefined;
    disabled?: boolean | undefined;
    /** Today where the person is; by the device's calendar otherwise. */
    today?: string | undefined;
  },
) {
  const t = useTexts();
  const f = useFormat();
  const { locale } = useLocale();
  const [open, setOpen] = createSignal(false);
  const [typed, setTyped] = createSignal<string>();
  const [wrong, setWrong] = createSignal(false);
  const [field] = splitProps(props, ["label", "labelHidden", "hint", "aside", "required", "class"]);
  const today = () => props.today ?? calendarDate();
  const allowed = (date: string) =>
    (props.min === undefined || date >= props.min) &&
    (props.max === undefined || date <= props.max);
  const take = () => {
    const text = typed();
    if (text === undefined) return;
    const date = parseTyped(text, locale(), today());
    const cleared = text.trim() === "";
    setWrong(!cleared && !(date !== undefined && allowed(date)));
    if (wrong()) return;
    setTyped(undefined);
    if (date !== props.value) props.onChange(cleared ? undefined : date);
  };
  return (
    <TextField
      {...field}
      error={wrong() ? t().ui.date.invalid(f().dayNumeric(LIKE)) : props.error}
      disabled={props.disabled}
      inputMode="numeric"
      autocomplete="off"
      placeholder={dateHint(locale(), t().ui.date.letters)}
      value={typed() ?? (props.value ? f().dayNumeric(props.value) : "")}
      onInput={setTyped}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === "Enter") take();
        else if (event.key === "ArrowDown" && event.altKey) setOpen(true);
      }}
      suffix={
        <Popover
          label={props.label}
          open={open()}
          onOpenChange={setOpen}
          placement="bottom-end"
          class="w-64 p-3 phone:w-80"
          trigger={(attributes) => (
            <IconButton
              {...attributes}
              icon={IconCalendar}
              size="sm"
              quiet
              class="-mr-1.5"
              label={t().ui.date.open}
              disabled={props.disabled}
            />
          )}
        >
          <CalendarGrid
            value={props.value}
            today={today()}
            min={props.min}
            max={props.max}
            onChoose={(date) => {
              setTyped(undefined);
              setWrong(false);
              setOpen(false);
              if (date !== props.value) props.onChange(date);
            }}
          />
        </Popover>
      }
    />
  );
}
