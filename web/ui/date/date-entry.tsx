import { useLocale, useTexts } from "#web/lib/i18n.tsx";
import { calendarDate } from "#web/lib/calendar-date.ts";
import { createSignal } from "solid-js";
import { TextField } from "#web/ui/text-field.tsx";
import { CalendarGrid } from "./calendar-grid.tsx";
import { parseTyped } from "./typed-date.ts";

/** A day to come, typed in words or numbers, or chosen from a month. What is typed on the month goes to the field. */
export function DateEntry(props: {
  label: string;
  value: string | undefined;
  onChoose: (date: string) => void;
}) {
  const t = useTexts();
  const { locale } = useLocale();
  const [typed, setTyped] = createSignal("");
  const [wrong, setWrong] = createSignal(false);
  let box!: HTMLDivElement;
  const take = () => {
    if (typed().trim() === "") return;
    const date = parseTyped(typed(), locale(), calendarDate(), true);
    setWrong(date === undefined);
    if (date !== undefined) props.onChoose(date);
  };
  return (
    // Only passes on what is typed: the controls inside have their own keys.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={box}
      class="flex flex-col gap-2"
      onKeyDown={(event) => {
        const { key, ctrlKey, metaKey, altKey, target } = event;
        if (key.length !== 1 || key === " " || ctrlKey || metaKey || altKey) return;
        if (!(target instanceof HTMLInputElement)) box.querySelector("input")?.focus();
      }}
    >
      <TextField
        label={props.label}
        labelHidden
        size="sm"
        autocomplete="off"
        placeholder={t().ui.date.words}
        value={typed()}
        error={wrong() ? t().ui.date.notWords : undefined}
        onInput={(text) => {
          setTyped(text);
          setWrong(false);
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.isComposing) return;
          event.preventDefault();
          take();
        }}
      />
      <CalendarGrid value={props.value} today={calendarDate()} onChoose={props.onChoose} />
    </div>
  );
}
