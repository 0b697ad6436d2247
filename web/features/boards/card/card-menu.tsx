import IconMore from "~icons/lucide/ellipsis";
import { useTexts } from "#web/lib/i18n.tsx";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { useCardEntries } from "./card-entries.tsx";

/** What can be done with an open card. */
export function CardMenu(props: { id: string; onRemoved: () => void }) {
  const t = useTexts();
  const menu = useCardEntries(() => props.onRemoved());
  return (
    <>
      <DropdownMenu
        placement="bottom-end"
        items={menu.entries([props.id])}
        trigger={(attributes) => (
          <IconButton {...attributes} icon={IconMore} label={t().boardScreen.more} />
        )}
      />
      <menu.Dialogs />
    </>
  );
}
