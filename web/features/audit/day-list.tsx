import { createMemo, type JSX } from "solid-js";
import { calendarDate } from "#web/lib/calendar-date.ts";
import { useFormat } from "#web/lib/i18n.tsx";
import { EachById } from "#web/ui/each-by-id.tsx";
import { daysOf } from "./days.ts";

/** Rows of a log under the days they belong to. */
export function DayList<T extends { id: number | string; at: string }>(props: {
  rows: readonly T[];
  children: (row: () => T) => JSX.Element;
}) {
  const f = useFormat();
  const days = createMemo(() => daysOf(props.rows));
  const heading = (date: string) => {
    const today = calendarDate();
    const near = Date.parse(today) - Date.parse(date) <= 86_400_000;
    return near ? `${f().relativeDay(date, today)}, ${f().day(date)}` : f().dayLong(date);
  };
  return (
    <div data-log>
      <EachById items={days()}>
        {(day) => (
          <section aria-label={heading(day().date)}>
            <h2 class="sticky top-0 z-sticky border-b border-line bg-canvas px-4 py-1.5 text-small font-medium text-ink-2 first-letter:uppercase">
              {heading(day().date)}
            </h2>
            <ul>
              <EachById items={day().rows}>{(row) => props.children(row)}</EachById>
            </ul>
          </section>
        )}
      </EachById>
    </div>
  );
}
