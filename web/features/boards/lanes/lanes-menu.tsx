import IconLanes from "~icons/lucide/rows-3";
import { GROUPINGS } from "#domain/boards/view-config.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { Button } from "#web/ui/button.tsx";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";

const offered = () => GROUPINGS.filter((by) => by !== "client" || session.can("clients.read"));

/** What the board is dealt into rows by. */
export function LanesMenu() {
  const t = useTexts();
  const room = useRoom();
  const words = () => t().boardViews.lanes;
  return (
    <DropdownMenu
      items={offered().map((by) => ({
        label: words().by[by],
        chosen: room.look.lanes === by,
        onSelect: () => room.setLook("lanes", by),
      }))}
      trigger={(attributes) => (
        <Button {...attributes} kind="ghost" size="sm" icon={IconLanes}>
          {words().menu(words().by[room.look.lanes])}
        </Button>
      )}
    />
  );
}
