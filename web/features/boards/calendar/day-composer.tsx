import { createSignal, onMount } from "solid-js";
import { newId } from "#domain/ids.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { typedText } from "#web/ui/typed-text.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { useTitles } from "#web/features/boards/board/titles.ts";
import { useCalendar } from "./calendar-state.tsx";

/** A new card for a day, in the first column: Enter adds it and goes on, Escape and leaving it empty end. */
export function DayComposer(props: { day: string }) {
  const t = useTexts();
  const room = useRoom();
  const take = useTitles();
  const calendar = useCalendar();
  const [title, setTitle] = createSignal("");
  let input!: HTMLInputElement;
  onMount(() => input.focus({ preventScroll: true }));
  const add = () => {
    const column = room.live.columns()[0];
    if (title().trim() === "" || !column) return false;
    const fields = take(title());
    if (!fields) return false;
    void room.live.act({
      kind: "card.create",
      card: newId("crd"),
      column: column.id,
      after: null,
      before: null,
      fields: { ...fields, dueOn: props.day },
    });
    setTitle("");
    return true;
  };
  return (
    <input
      ref={input}
      data-composer
      aria-label={t().boardScreen.composer.label}
      placeholder={t().boardScreen.composer.placeholder}
      value={title()}
      onInput={(event) => setTitle(typedText(event))}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.isComposing) return;
        if (event.key === "Enter") add();
        else if (event.key === "Escape") {
          calendar.setComposing(null);
          document.querySelector<HTMLElement>(`[role=gridcell][data-day="${props.day}"]`)?.focus();
        }
      }}
      onClick={(event) => event.stopPropagation()}
      onBlur={() => {
        // What was typed is kept as a card, not lost.
        add();
        calendar.setComposing(null);
      }}
      class="h-7 w-full shrink-0 rounded-2 border border-accent bg-surface px-1.5 text-small outline-none phone:h-11"
    />
  );
}
