import IconRedo from "~icons/lucide/redo-2";
import IconSearch from "~icons/lucide/search";
import IconUndo from "~icons/lucide/undo-2";
import { createMemo, For, Show, type JSX } from "solid-js";
import { Priority } from "#domain/boards/model.ts";
import { CARD_STATES, DUE_STATES, type DueState } from "#domain/boards/view-config.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { MOD } from "#web/lib/shortcuts.ts";
import { Button } from "#web/ui/button.tsx";
import { cx } from "#web/ui/cx.ts";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { AddFilterChip, FilterChip } from "#web/ui/filter-chip.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import type { MenuEntry } from "#web/ui/menu-entry.ts";
import { TextField } from "#web/ui/text-field.tsx";
import { TagsButton } from "#web/features/boards/tags/tags-button.tsx";
import { ArchiveButton } from "#web/features/boards/archive/archive-button.tsx";
import { LayoutSwitch } from "#web/features/boards/views/layout-switch.tsx";
import { NO_FILTER, NOBODY } from "./filter.ts";
import { useRoom } from "./room.tsx";
import { useUndo } from "./undo-keys.ts";

const LISTS = ["assignees", "priorities", "clients", "tags", "due", "state"] as const;
type List = (typeof LISTS)[number];

/** The same as ⌘Z and ⇧⌘Z, for whoever has no keyboard. */
function UndoButtons() {
  const t = useTexts();
  const room = useRoom();
  const steps = useUndo();
  return (
    <Show when={room.may.write()}>
      <span class="flex phone:hidden">
        <IconButton
          icon={IconUndo}
          size="sm"
          label={t().boardScreen.undo}
          kbd={`${MOD} Z`}
          disabled={!room.live.undoable().undo}
          onClick={() => void steps.undo()}
        />
        <IconButton
          icon={IconRedo}
          size="sm"
          label={t().boardScreen.redo}
          kbd={MOD === "⌘" ? "⇧⌘ Z" : "Ctrl Y"}
          disabled={!room.live.undoable().redo}
          onClick={() => void steps.redo()}
        />
      </span>
    </Show>
  );
}

/** How the board is seen and what of it: words, people, priorities, clients, tags, dates; how many cards that leaves. */
export function FilterBar(props: { shown: boolean; children?: JSX.Element }) {
  const t = useTexts();
  const room = useRoom();
  const cards = createMemo(() =>
    room.live.columns().reduce((sum, column) => sum + room.live.cardIds(column.id).length, 0),
  );
  const shown = createMemo(() =>
    room.live.columns().reduce((sum, column) => sum + room.cardIds(column.id).length, 0),
  );
  const labels: Record<List, (value: string) => string> = {
    assignees: (id) =>
      id === NOBODY ? t().boardScreen.filter.nobody : (room.people().get(id)?.name ?? "?"),
    priorities: (key) =>
      t().boards.priorities[key as keyof ReturnType<typeof t>["boards"]["priorities"]],
    tags: (tag) => tag,
    clients: (id) =>
      id === NOBODY ? t().boardViews.filter.noClient : (room.clientName(id) ?? "?"),
    due: (state) => t().boardViews.filter.states[state as DueState],
    state: (state) => t().boardViews.filter.blocking[state as "blocked"],
  };
  const values: Record<List, () => readonly string[]> = {
    assignees: () => [...room.people().keys(), NOBODY],
    priorities: () => Priority.options.toReversed(),
    tags: () => room.tags(),
    clients: () => [...room.clients(), NOBODY],
    due: () => DUE_STATES,
    state: () => CARD_STATES,
  };
  const names = (): Record<List, string> => ({
    assignees: t().boardScreen.filter.assignee,
    priorities: t().boardScreen.filter.priority,
    tags: t().boardScreen.filter.tag,
    clients: t().boardViews.filter.client,
    due: t().boardViews.filter.due,
    state: t().boardViews.filter.state,
  });
  const offered = () => LISTS.filter((list) => list !== "clients" || session.can("clients.read"));
  const change = (list: List, value: string, on: boolean) => {
    const held: readonly string[] = room.filter[list];
    const next = on ? [...held, value] : held.filter((one) => one !== value);
    room.setFilter({ [list]: next });
  };
  const entries = (list: List): MenuEntry[] =>
    values[list]().map((value) => ({
      kind: "check",
      label: labels[list](value),
      checked: (room.filter[list] as readonly string[]).includes(value),
      onChange: (on) => change(list, value, on),
    }));
  const menu = (): MenuEntry[] =>
    offered().map((list) => ({
      kind: "sub",
      label: names()[list],
      items: entries(list),
    }));
  const chip = (list: List) => (
    <Show when={room.filter[list].length > 0}>
      <DropdownMenu
        items={entries(list)}
        trigger={(attributes) => (
          <FilterChip
            {...attributes}
            field={names()[list]}
            operator={t().boardScreen.filter.is}
            value={(room.filter[list] as readonly string[]).map(labels[list]).join(", ")}
            onRemove={() => room.setFilter({ [list]: [] })}
          />
        )}
      />
    </Show>
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
      <For each={LISTS}>{(list) => chip(list)}</For>
      <DropdownMenu items={menu()} trigger={(attributes) => <AddFilterChip {...attributes} />} />
      <Show when={room.filtering()}>
        <Button kind="ghost" size="sm" onClick={() => room.setFilter({ ...NO_FILTER })}>
          {t().boardScreen.filter.clear}
        </Button>
      </Show>
      {props.children}
      <span class="ml-auto text-small text-ink-3" role="status">
        {room.filtering() ? t().boardScreen.of(shown(), cards()) : t().boardScreen.cards(cards())}
      </span>
      <TagsButton />
      <ArchiveButton />
      <UndoButtons />
    </div>
  );
}
