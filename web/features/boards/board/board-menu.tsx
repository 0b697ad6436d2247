import IconArchive from "~icons/lucide/archive";
import IconMore from "~icons/lucide/ellipsis-vertical";
import IconRedo from "~icons/lucide/redo-2";
import IconTemplate from "~icons/lucide/layout-template";
import IconTags from "~icons/lucide/tags";
import IconUndo from "~icons/lucide/undo-2";
import { useSearchParams } from "@solidjs/router";
import { useTexts } from "#web/lib/i18n.tsx";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import type { MenuEntry } from "#web/ui/menu-entry.ts";
import { useRoom } from "./room.tsx";
import { useUndo } from "./undo-keys.ts";

/** On a phone: what stands as buttons beside the filters elsewhere. */
export function BoardMenu() {
  const t = useTexts();
  const room = useRoom();
  const steps = useUndo();
  const [, setSearch] =
    useSearchParams<Record<"card" | "archive" | "tags" | "templates", string>>();
  const changing = (): MenuEntry[] => [
    {
      label: t().boardScreen.undo,
      icon: IconUndo,
      disabled: !room.live.undoable().undo,
      onSelect: () => void steps.undo(),
    },
    {
      label: t().boardScreen.redo,
      icon: IconRedo,
      disabled: !room.live.undoable().redo,
      onSelect: () => void steps.redo(),
    },
    { kind: "separator" },
    {
      label: t().boardCard.tags.manage,
      icon: IconTags,
      onSelect: () => setSearch({ tags: "1" }),
    },
  ];
  return (
    <DropdownMenu
      placement="bottom-end"
      items={[
        ...(room.may.write() ? changing() : []),
        {
          label: t().cardTemplates.title,
          icon: IconTemplate,
          onSelect: () => setSearch({ templates: "1" }),
        },
        {
          label: t().boardCard.archive.open,
          icon: IconArchive,
          onSelect: () => setSearch({ archive: "1", card: undefined }),
        },
      ]}
      trigger={(attributes) => (
        <IconButton {...attributes} icon={IconMore} label={t().boardScreen.more} quiet />
      )}
    />
  );
}
