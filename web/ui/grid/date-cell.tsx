import { createSignal, Show } from "solid-js";
import { calendarDate } from "#web/lib/calendar-date.ts";
import { useFormat, useLocale, useTexts } from "#web/lib/i18n.tsx";
import { CalendarGrid } from "#web/ui/date/calendar-grid.tsx";
import { dateHint, parseTyped } from "#web/ui/date/typed-date.ts";
import type { CellEdit } from "./column.ts";
import { TextCell } from "./text-cell.tsx";

/**
 * The inline editor of a date: typed in the person's own order of day and month, or chosen from the month below, which
 * ↓ leads to. What is no date is refused with its text.
 */
export function DateCell<Row>(props: {
  edit: CellEdit<Row>;
  value: string | null;
  refused?: { text: string; why: string; onDrop: () => void } | undefined;
  onSave: (date: string | null) => void;
  onRefuse: (typed: string, why: string) => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const { locale } = useLocale();
  const [typing, setTyping] = createSignal(false);
  const save = (text: string) => {
    const date = parseTyped(text, locale(), calendarDate());
    if (date !== undefined) props.onSave(date);
    else if (text.trim() === "") props.onSave(null);
    else props.onRefuse(text, t().ui.date.invalid(f().dayNumeric("2026-11-24")));
  };
  let month: HTMLDivElement | undefined;
  // Another month draws its days anew: the focus is gone for a moment and comes back to one of them.
  const leaving = () =>
    setTimeout(() => {
      const editor = month?.closest("[data-editor]");
      if (editor && !editor.contains(document.activeElement)) props.edit.commit();
    });
  const choose = (date: string) =>
    // Called from event handlers alone.
    // oxlint-disable-next-line solid/reactivity
    props.edit.commit(() => date !== props.value && props.onSave(date));
  return (
    <>
      <TextCell
        edit={props.edit}
        value={props.value === null ? "" : f().dayNumeric(props.value)}
        placeholder={dateHint(locale(), t().ui.date.letters)}
        refused={props.refused}
        onTyping={() => setTyping(true)}
        onDown={() => month?.querySelector<HTMLElement>("[data-autofocus]")?.focus()}
        onSave={save}
      />
      <Show when={!typing()}>
        <div
          ref={(element) => {
            month = element;
            queueMicrotask(() => element.scrollIntoView({ block: "nearest" }));
          }}
          role="presentation"
          // The month has keys of its own; Esc alone is the editor's.
          onKeyDown={(event) => event.key !== "Escape" && event.stopPropagation()}
          on:focusout={leaving}
          class="absolute right-0 top-full z-popover mt-1 scroll-mb-12 w-64 rounded-3 border border-line-2 bg-raised p-3 shadow-3 phone:w-80"
        >
          <CalendarGrid value={props.value ?? undefined} today={calendarDate()} onChoose={choose} />
        </div>
      </Show>
    </>
  );
}
