import IconTags from "~icons/lucide/tags";
import { useSearchParams } from "@solidjs/router";
import { Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";

/** Opens the colours and names of the board's tags. */
export function TagsButton() {
  const t = useTexts();
  const room = useRoom();
  const [, setSearch] = useSearchParams<{ tags?: string }>();
  return (
    <Show when={room.may.write()}>
      <IconButton
        icon={IconTags}
        size="sm"
        label={t().boardCard.tags.manage}
        onClick={() => setSearch({ tags: "1" })}
      />
    </Show>
  );
}
