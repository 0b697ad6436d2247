import { For, Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { FilterChip } from "#web/ui/filter-chip.tsx";
import { NO_FILTER } from "./filter.ts";
import type { FilterLists } from "./filter-lists.ts";
import { useRoom } from "./room.tsx";

/** What the board is filtered by, in a row of its own: the tools above stay where they are. */
export function FilterChips(props: { lists: FilterLists }) {
  const t = useTexts();
  const room = useRoom();
  return (
    <Show when={props.lists.set().length > 0}>
      <div class="flex basis-full flex-wrap items-center gap-2">
        <For each={props.lists.set()}>
          {(list) => (
            <DropdownMenu
              items={props.lists.entries(list)}
              trigger={(attributes) => (
                <FilterChip
                  {...attributes}
                  field={props.lists.name(list)}
                  operator={t().boardScreen.filter.is}
                  value={props.lists.chosen(list)}
                  onRemove={() => props.lists.clear(list)}
                />
              )}
            />
          )}
        </For>
        <Button kind="ghost" size="sm" onClick={() => room.setFilter({ ...NO_FILTER })}>
          {t().boardScreen.filter.clear}
        </Button>
      </div>
    </Show>
  );
}
