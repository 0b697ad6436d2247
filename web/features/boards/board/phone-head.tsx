import IconBack from "~icons/lucide/chevron-left";
import IconFilter from "~icons/lucide/list-filter";
import { A } from "@solidjs/router";
import { Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { PresenceDot } from "#web/ui/avatar.tsx";
import { LayoutMenu } from "#web/features/boards/views/layout-switch.tsx";
import { BoardMenu } from "./board-menu.tsx";
import { useRoom } from "./room.tsx";

/** On a phone: the way back, the board's name, who else is on it, the filter behind a button, and what else there is. */
export function PhoneHead(props: { filtering: boolean; onFilter: () => void }) {
  const t = useTexts();
  const room = useRoom();
  const others = () => {
    const names = room.live
      .peers()
      .filter(({ userId }) => userId !== room.me())
      .map(({ name }) => name.split(" ")[0] ?? "");
    return [...new Set(names)].join(", ");
  };
  return (
    <div class="hidden shrink-0 items-center gap-1 px-2 pb-2 phone:flex">
      <A
        href="/boards"
        aria-label={t().boardScreen.backToList}
        class="inline-flex size-11 shrink-0 items-center justify-center rounded-2"
      >
        <Icon of={IconBack} size={20} />
      </A>
      <div class="min-w-0 flex-1">
        <h1 class="truncate font-semibold">{room.record().title}</h1>
        <Show when={others()}>
          {(names) => (
            <p class="flex items-center gap-1.5 text-small text-ink-2">
              <PresenceDot presence="online" />
              <span class="truncate">{names()}</span>
            </p>
          )}
        </Show>
      </div>
      <LayoutMenu />
      <IconButton
        icon={IconFilter}
        label={t().boardScreen.filter.text}
        quiet
        pressed={props.filtering || room.filtering()}
        onClick={() => props.onFilter()}
      />
      <BoardMenu />
    </div>
  );
}
