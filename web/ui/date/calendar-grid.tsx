import IconLeft from "~icons/lucide/chevron-left";
import IconRight from "~icons/lucide/chevron-right";
import { useFormat, useLocale, useTexts } from "#web/lib/i18n.tsx";
import { firstWeekday } from "#web/lib/format.ts";
import { createSignal, createUniqueId, For, untrack } from "solid-js";
import { Button } from "#web/ui/button.tsx";
import { cx } from "#web/ui/cx.ts";
import { IconButton } from "#web/ui/icon-button.tsx";
import { addDays, addMonths, monthWeeks, startOfWeek } from "./calendar.ts";

/** A month to choose a day from. Arrows move by day and week, Page by month, Shift+Page by year, ↵ chooses. */
export function CalendarGrid(props: {
  value: string | undefined;
  today: string;
  min?: string | undefined;
  max?: string | undefined;
  onChoose: (date: string) => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const { locale } = useLocale();
  const titleId = createUniqueId();
  const [active, setActive] = createSignal(untrack(() => props.value ?? props.today));
  let table!: HTMLTableElement;
  const first = () => firstWeekday(locale());
  const weeks = () => monthWeeks(active(), first());
  const weekdayName = (date: string, style: "short" | "long") =>
    new Intl.DateTimeFormat(locale(), { weekday: style, timeZone: "UTC" }).format(Date.parse(date));
  const outside = (date: string) =>
    (props.min !== undefined && date < props.min) || (props.max !== undefined && date > props.max);
  const focus = (date: string) => {
    setActive(date);
    queueMicrotask(() => table.querySelector<HTMLElement>(`[data-date="${date}"]`)?.focus());
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const months = event.shiftKey ? 12 : 1;
    const next = {
      ArrowLeft: () => addDays(active(), -1),
      ArrowRight: () => addDays(active(), 1),
      ArrowUp: () => addDays(active(), -7),
      ArrowDown: () => addDays(active(), 7),
      Home: () => startOfWeek(active(), first()),
      End: () => addDays(startOfWeek(active(), first()), 6),
      PageUp: () => addMonths(active(), -months),
      PageDown: () => addMonths(active(), months),
    }[event.key];
    if (!next) return;
    event.preventDefault();
    focus(next());
  };
  return (
    <div class="flex flex-col gap-2">
      <div class="flex items-center gap-1">
        <h2
          id={titleId}
          aria-live="polite"
          class="flex-1 px-1 font-semibold first-letter:uppercase"
        >
          {f().month(active())}
        </h2>
        <IconButton
          icon={IconLeft}
          size="sm"
          quiet
          label={t().ui.date.previousMonth}
          onClick={() => setActive(addMonths(active(), -1))}
        />
        <IconButton
          icon={IconRight}
          size="sm"
          quiet
          label={t().ui.date.nextMonth}
          onClick={() => setActive(addMonths(active(), 1))}
        />
      </div>
      {/* A date grid is the ARIA pattern; the table gives it its rows and heads. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role */}
      <table ref={table} role="grid" aria-labelledby={titleId} onKeyDown={onKeyDown} class="w-full">
        <thead>
          <tr>
            <For each={weeks()[0]}>
              {(date) => (
                <th scope="col" class="h-6 text-micro font-medium text-ink-3">
                  <span aria-hidden="true">{weekdayName(date, "short").slice(0, 2)}</span>
                  <span class="sr-only">{weekdayName(date, "long")}</span>
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={weeks()}>
            {(week) => (
              <tr>
                <For each={week}>
                  {(date) => (
                    <td aria-selected={date === props.value} class="p-0">
                      <button
                        type="button"
                        data-date={date}
                        data-autofocus={date === active() ? "" : undefined}
                        tabIndex={date === active() ? 0 : -1}
                        disabled={outside(date)}
                        aria-current={date === props.today ? "date" : undefined}
                        aria-label={f().dayLong(date)}
                        onClick={() => props.onChoose(date)}
                        class={cx(
                          "num mx-auto flex size-7 items-center justify-center rounded-2 text-small transition-colors disabled:text-ink-off phone:size-10",
                          date === props.value
                            ? "bg-accent font-medium text-on-accent"
                            : "hover:bg-hover",
                          date.slice(0, 7) !== active().slice(0, 7) &&
                            date !== props.value &&
                            "text-ink-3",
                          date === props.today &&
                            date !== props.value &&
                            "font-semibold text-accent-ink",
                        )}
                      >
                        {Number(date.slice(8))}
                      </button>
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <Button
        size="sm"
        kind="ghost"
        disabled={outside(props.today)}
        onClick={() => props.onChoose(props.today)}
      >
        {t().ui.date.today}
      </Button>
    </div>
  );
}
