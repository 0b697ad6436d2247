import IconX from "~icons/lucide/x";
import { Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { IconButton } from "#web/ui/icon-button.tsx";
import { useCalendar } from "./calendar-state.tsx";
import { DayList } from "./day-list.tsx";

/** Open cards without a date, to be dragged onto one; what is dropped here has none any more. */
export function Tray(props: { onClose: () => void }) {
  const t = useTexts();
  const calendar = useCalendar();
  return (
    <section
      data-day=""
      aria-label={t().boardViews.calendar.tray}
      class={cx(
        "flex w-60 shrink-0 flex-col gap-2 border-l border-line bg-sunken p-2 phone:max-h-56 phone:w-full phone:border-t phone:border-l-0",
        calendar.lands("") && "bg-accent-soft inset-ring-2 inset-ring-accent-line",
      )}
    >
      <header class="flex h-6 items-center gap-2 px-1">
        <h2 class="font-semibold">{t().boardViews.calendar.tray}</h2>
        <span class="num flex-1 text-small text-ink-3">{calendar.undated().length}</span>
        <IconButton icon={IconX} size="sm" quiet label={t().ui.close} onClick={props.onClose} />
      </header>
      <Show
        when={calendar.undated().length > 0}
        fallback={<p class="px-1 text-small text-ink-3">{t().boardViews.calendar.trayEmpty}</p>}
      >
        <DayList
          label={t().boardViews.calendar.tray}
          ids={calendar.undated()}
          class="flex-1 phone:min-h-0"
        />
      </Show>
      <p class="px-1 text-micro text-ink-3 phone:hidden">{t().boardViews.calendar.trayHint}</p>
    </section>
  );
}
