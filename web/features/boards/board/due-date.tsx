import IconCalendar from "~icons/lucide/calendar";
import IconDone from "~icons/lucide/calendar-check";
import IconSoon from "~icons/lucide/calendar-clock";
import IconLate from "~icons/lucide/calendar-x";
import { calendarDate } from "#web/lib/calendar-date.ts";
import { useFormat } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { Icon } from "#web/ui/icon.tsx";
import { dueLook } from "#web/lib/due.ts";

const LOOKS = {
  late: { icon: IconLate, class: "text-bad" },
  soon: { icon: IconSoon, class: "text-warn" },
  later: { icon: IconCalendar, class: "text-ink-2" },
  done: { icon: IconDone, class: "text-ink-2" },
};

/** A due date in the colour and shape of how pressing it is. */
export function DueDate(props: { date: string; done: boolean }) {
  const f = useFormat();
  const look = () => LOOKS[dueLook(props.date, calendarDate(), props.done)];
  return (
    <span class={cx("inline-flex items-center gap-1 font-medium", look().class)}>
      <Icon of={look().icon} size={14} />
      <time datetime={props.date}>{f().day(props.date)}</time>
    </span>
  );
}
