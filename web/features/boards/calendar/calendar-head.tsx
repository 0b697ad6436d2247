import IconLeft from "~icons/lucide/chevron-left";
import IconRight from "~icons/lucide/chevron-right";
import IconTray from "~icons/lucide/inbox";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { SegmentedControl } from "#web/ui/segmented-control.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { useCalendar } from "./calendar-state.tsx";

/** Which month or week is shown, and the ways to another one. A card held over an arrow turns the page. */
export function CalendarHead(props: { tray: boolean; onTray: () => void }) {
  const t = useTexts();
  const f = useFormat();
  const room = useRoom();
  const calendar = useCalendar();
  const words = () => t().boardViews.calendar;
  const title = () => {
    if (room.look.span === "month") return f().month(calendar.on());
    const week = calendar.weeks()[0] ?? [];
    return `${f().day(week[0] ?? "")} – ${f().day(week[6] ?? "")}`;
  };
  return (
    <div class="flex h-11 shrink-0 items-center gap-1 border-b border-line px-4 phone:h-auto phone:flex-wrap phone:px-2 phone:py-1">
      <span data-turn="-1">
        <IconButton
          icon={IconLeft}
          size="sm"
          quiet
          label={words().previous[room.look.span]}
          onClick={() => calendar.turn(-1)}
        />
      </span>
      <span data-turn="1">
        <IconButton
          icon={IconRight}
          size="sm"
          quiet
          label={words().next[room.look.span]}
          onClick={() => calendar.turn(1)}
        />
      </span>
      <h2
        aria-live="polite"
        class="min-w-0 truncate px-1 font-semibold first-letter:uppercase phone:order-first phone:basis-full phone:px-2"
      >
        {title()}
      </h2>
      <Button size="sm" kind="ghost" onClick={() => calendar.goTo(null)}>
        {words().today}
      </Button>
      <span class="flex-1" />
      <SegmentedControl
        size="sm"
        label={words().span}
        options={(["month", "week"] as const).map((value) => ({
          value,
          label: words().spans[value],
        }))}
        value={room.look.span}
        onChange={(span) => room.setLook("span", span)}
      />
      <IconButton
        icon={IconTray}
        size="sm"
        quiet
        pressed={props.tray}
        label={words().show}
        onClick={() => props.onTray()}
      />
    </div>
  );
}
