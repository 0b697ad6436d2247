import IconCalendar from "~icons/lucide/calendar";
import IconTable from "~icons/lucide/list";
import IconBoard from "~icons/lucide/square-kanban";
import { LAYOUTS } from "#domain/boards/view-config.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { SegmentedControl } from "#web/ui/segmented-control.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";

const ICONS = { board: IconBoard, table: IconTable, calendar: IconCalendar };

/** On a phone the ways to see the board are behind one button. */
export function LayoutMenu() {
  const t = useTexts();
  const room = useRoom();
  return (
    <DropdownMenu
      placement="bottom-end"
      items={LAYOUTS.map((layout) => ({
        label: t().boardViews.layouts[layout],
        icon: ICONS[layout],
        chosen: room.look.layout === layout,
        onSelect: () => room.setLook("layout", layout),
      }))}
      trigger={(attributes) => (
        <IconButton
          {...attributes}
          icon={ICONS[room.look.layout]}
          label={t().boardViews.layout}
          quiet
        />
      )}
    />
  );
}

/** The same board as columns, as a table or as a calendar. */
export function LayoutSwitch() {
  const t = useTexts();
  const room = useRoom();
  return (
    <SegmentedControl
      class="phone:hidden"
      label={t().boardViews.layout}
      options={LAYOUTS.map((value) => ({
        value,
        label: t().boardViews.layouts[value],
        icon: ICONS[value],
      }))}
      value={room.look.layout}
      onChange={(layout) => room.setLook("layout", layout)}
    />
  );
}
