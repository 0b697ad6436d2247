import IconSearch from "~icons/lucide/search";
import { createMemo, type JSX } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { AddFilterChip } from "#web/ui/filter-chip.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { TagsButton } from "#web/features/boards/tags/tags-button.tsx";
import { TemplatesButton } from "#web/features/boards/templates/templates-button.tsx";
import { ArchiveButton } from "#web/features/boards/archive/archive-button.tsx";
import { LayoutSwitch } from "#web/features/boards/views/layout-switch.tsx";
import { FilterChips } from "./filter-chips.tsx";
import { useFilterLists } from "./filter-lists.ts";
import { useRoom } from "./room.tsx";
import { UndoButtons } from "./undo-buttons.tsx";

/** How the board is seen and what of it: words, people, priorities, clients, tags, dates; how many cards that leaves. */
export function FilterBar(props: { shown: boolean; children?: JSX.Element }) {
  const t = useTexts();
  const room = useRoom();
  const lists = useFilterLists();
  const cards = createMemo(() =>
    room.live.columns().reduce((sum, column) => sum + room.live.cardIds(column.id).length, 0),
  );
  const shown = createMemo(() =>
    room.live.columns().reduce((sum, column) => sum + room.cardIds(column.id).length, 0),
  );
  return (
    <div
      class={cx(
        "flex min-h-bar shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-1.5",
        "phone:border-0 phone:pt-0",
        !props.shown && "phone:hidden",
      )}
    >
      <LayoutSwitch />
      <TextField
        class="w-44 phone:w-full"
        label={t().boardScreen.filter.text}
        labelHidden
        placeholder={t().boardScreen.filter.text}
        icon={IconSearch}
        size="sm"
        type="search"
        value={room.filter.text}
        onInput={(text) => room.setFilter("text", text)}
      />
      <DropdownMenu
        items={lists.menu()}
        trigger={(attributes) => <AddFilterChip {...attributes} />}
      />
      {props.children}
      <span
        class={cx("ml-auto text-small text-ink-3", !room.filtering() && "phone:hidden")}
        role="status"
      >
        {room.filtering() ? t().boardScreen.of(shown(), cards()) : t().boardScreen.cards(cards())}
      </span>
      <span class="flex gap-2 phone:hidden">
        <TagsButton />
        <TemplatesButton />
        <ArchiveButton />
      </span>
      <UndoButtons />
      <FilterChips lists={lists} />
    </div>
  );
}
