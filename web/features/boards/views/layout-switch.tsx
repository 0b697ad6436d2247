import IconCalendar from "~icons/lucide/calendar";
import IconTable from "~icons/lucide/list";
import IconBoard from "~icons/lucide/square-kanban";
import { LAYOUTS } from "#domain/boards/view-config.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { createMediaQuery } from "#web/ui/media-query.ts";
import { SegmentedControl } from "#web/ui/segmented-control.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";

const ICONS = { board: IconBoard, table: IconTable, calendar: IconCalendar };

/** The same board as columns, as a table or as a calendar. */
export function LayoutSwitch() {
  const t = useTexts();
  const room = useRoom();
  const phone = createMediaQuery("(width < 40rem)");
  return (
    <SegmentedControl
      label={t().boardViews.layout}
      options={LAYOUTS.map((value) => ({
        value,
        label: t().boardViews.layouts[value],
        icon: ICONS[value],
        iconOnly: phone(),
      }))}
      value={room.look.layout}
      onChange={(layout) => room.setLook("layout", layout)}
    />
  );
}
