import IconCheck from "~icons/lucide/check";
import IconChevron from "~icons/lucide/chevron-right";
import { DropdownMenu as Parts } from "@kobalte/core/dropdown-menu";
import { Index, Match, Show, Switch } from "solid-js";
import { cx } from "./cx.ts";
import { Icon } from "./icon.tsx";
import { Kbd } from "./kbd.tsx";
import { swallowClick } from "./swallow-click.ts";
import type { MenuAction, MenuEntry } from "./menu-entry.ts";

/** The panel every menu opens in. */
export const menuPanel =
  "z-popover max-h-(--kb-popper-content-available-height) min-w-48 max-w-80 overflow-y-auto rounded-3 border border-line-2 bg-raised p-1 shadow-3 outline-none animate-pop";

const row =
  "flex h-8 cursor-default select-none items-center gap-2 rounded-2 px-2 outline-none data-[highlighted]:bg-hover data-[disabled]:text-ink-off phone:h-11";

/**
 * A row is chosen as Enter goes down. What it opens has the focus by then and would take the rest of the same press as its own: a form
 * would be sent at once.
 */
function stopPress(event: KeyboardEvent) {
  if (event.key === "Enter" || event.key === " ") event.preventDefault();
}

/** A finger's press chooses as it ends, and the menu closes: its click would be the row's below. */
function stopTap(event: PointerEvent) {
  if (event.pointerType !== "mouse") swallowClick();
}

function ActionRow(props: { entry: MenuAction }) {
  return (
    <Parts.Item
      class={cx(row, props.entry.danger && "text-bad")}
      disabled={props.entry.disabled ?? false}
      onKeyDown={stopPress}
      onPointerUp={stopTap}
      onSelect={() => props.entry.onSelect()}
    >
      <Show when={props.entry.icon}>
        {(icon) => <Icon of={icon()} class={props.entry.danger ? "" : "text-ink-3"} />}
      </Show>
      <span class="min-w-0 flex-1 truncate">{props.entry.label}</span>
      <Show when={props.entry.note}>
        {(note) => <span class="text-small text-ink-3">{note()}</span>}
      </Show>
      <Show when={props.entry.chosen}>
        <Icon of={IconCheck} size={14} class="text-accent-ink" />
      </Show>
      <Show when={props.entry.kbd}>{(keys) => <Kbd keys={keys()} />}</Show>
    </Parts.Item>
  );
}

type Kind<K extends MenuEntry["kind"]> = Extract<MenuEntry, { kind: K }>;

/** The entry, when it is of this kind. */
function ofKind<K extends "group" | "sub" | "check">(entry: MenuEntry, kind: K) {
  return entry.kind === kind && (entry as Kind<K>);
}

/**
 * The rows of a menu, groups and submenus included. Used inside a Kobalte menu of any kind. A row stays the same element
 * while what it says changes, so that the focus stays on the one that was just ticked.
 */
export function MenuItems(props: { items: readonly MenuEntry[] }) {
  return (
    <Index each={props.items}>
      {(entry) => (
        <Switch fallback={<ActionRow entry={entry() as MenuAction} />}>
          <Match when={entry().kind === "separator"}>
            <Parts.Separator class="-mx-1 my-1 border-t border-line" />
          </Match>
          <Match when={ofKind(entry(), "group")}>
            {(group) => (
              <Parts.Group>
                <Parts.GroupLabel class="block px-2 pb-1 pt-2 text-micro text-ink-3">
                  {group().label}
                </Parts.GroupLabel>
                <MenuItems items={group().items} />
              </Parts.Group>
            )}
          </Match>
          <Match when={ofKind(entry(), "sub")}>
            {(sub) => (
              <Parts.Sub gutter={2}>
                <Parts.SubTrigger class={cx(row, "data-[expanded]:bg-hover")}>
                  <Show when={sub().icon}>{(icon) => <Icon of={icon()} class="text-ink-3" />}</Show>
                  <span class="min-w-0 flex-1 truncate">{sub().label}</span>
                  <Icon of={IconChevron} size={12} class="text-ink-3" />
                </Parts.SubTrigger>
                <Parts.Portal>
                  <Parts.SubContent class={menuPanel}>
                    <MenuItems items={sub().items} />
                  </Parts.SubContent>
                </Parts.Portal>
              </Parts.Sub>
            )}
          </Match>
          <Match when={ofKind(entry(), "check")}>
            {(check) => (
              <Parts.CheckboxItem
                class={row}
                checked={check().checked}
                onChange={(checked) => check().onChange(checked)}
                closeOnSelect={false}
              >
                <Show when={check().icon}>{(icon) => <Icon of={icon()} class="text-ink-3" />}</Show>
                <span class="min-w-0 flex-1 truncate">{check().label}</span>
                <Parts.ItemIndicator>
                  <Icon of={IconCheck} size={14} class="text-accent-ink" />
                </Parts.ItemIndicator>
              </Parts.CheckboxItem>
            )}
          </Match>
        </Switch>
      )}
    </Index>
  );
}
