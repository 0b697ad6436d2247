import { ContextMenu as Root } from "@kobalte/core/context-menu";
import type { JSX } from "solid-js";
import type { MenuEntry } from "./menu-entry.ts";
import { MenuItems, menuPanel } from "./menu-items.tsx";

/** The same rows on right click, long press and the menu key. Everything in it must be reachable elsewhere too. */
export function ContextMenu(props: {
  items: readonly MenuEntry[];
  children: JSX.Element;
  class?: string;
}) {
  return (
    <Root>
      <Root.Trigger class={props.class}>{props.children}</Root.Trigger>
      <Root.Portal>
        <Root.Content class={menuPanel}>
          <MenuItems items={props.items} />
        </Root.Content>
      </Root.Portal>
    </Root>
  );
}
