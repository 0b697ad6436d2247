import { createSignal, Show } from "solid-js";
import type { Card } from "#domain/boards/model.ts";
import { calendarDate, daysBetween } from "#web/lib/calendar-date.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { DateEntry } from "#web/ui/date/date-entry.tsx";
import { DueDate } from "#web/features/boards/board/due-date.tsx";
import { OpenValue } from "./pick.tsx";

/** The due date, how late it is, and the month to choose another from. */
export function DueValue(props: {
  card: Card;
  done: boolean;
  locked: boolean;
  onChange: (date: string | null) => void;
}) {
  const t = useTexts();
  const [open, setOpen] = createSignal(false);
  const late = () => {
    const days = props.card.dueOn ? daysBetween(calendarDate(), props.card.dueOn) : 0;
    return days < 0 && !props.done ? -days : 0;
  };
  const choose = (date: string | null) => {
    setOpen(false);
    if (date !== props.card.dueOn) props.onChange(date);
  };
  return (
    <OpenValue
      label={t().boardScreen.card.due}
      locked={props.locked}
      open={open()}
      onOpen={setOpen}
      class="w-64 p-3 phone:w-80"
      value={() => (
        <Show
          when={props.card.dueOn}
          fallback={<span class="text-ink-3">{t().boardScreen.card.noDue}</span>}
        >
          {(date) => (
            <span class="flex min-w-0 flex-wrap">
              <DueDate date={date()} done={props.done} />
              <Show when={late()}>
                {(days) => (
                  <span class="font-medium text-bad">
                    {`, ${t().boardScreen.card.late(days())}`}
                  </span>
                )}
              </Show>
            </span>
          )}
        </Show>
      )}
    >
      <DateEntry
        label={t().boardScreen.card.due}
        value={props.card.dueOn ?? undefined}
        onChoose={choose}
      />
      <Show when={props.card.dueOn}>
        <Button kind="ghost" class="mt-2 w-full" onClick={() => choose(null)}>
          {t().boardScreen.card.clearDue}
        </Button>
      </Show>
    </OpenValue>
  );
}
