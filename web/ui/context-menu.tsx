import { ContextMenu as Root } from "@kobalte/core/context-menu";
import { createSignal, type JSX } from "solid-js";
import type { MenuEntry } from "./menu-entry.ts";
import { MenuItems, menuPanel } from "./menu-items.tsx";

/**
 * The same rows on right click, long press and the menu key. Everything in it must be reachable elsewhere too. With
 * `isWanted` it opens only where that says so, never by a finger, and the browser's own menu stays elsewhere.
 */
export function ContextMenu(props: {
  items: readonly MenuEntry[];
  children: JSX.Element;
  class?: string;
  isWanted?: (event: MouseEvent) => boolean;
  onKeyDown?: (event: KeyboardEvent) => void;
  onClosed?: () => void;
}) {
  const [wanted, setWanted] = createSignal(false);
  return (
    <Root
      // A click beside the menu closes it and does what it was meant for.
      modal={false}
      onOpenChange={(open) => {
        if (open) return;
        setWanted(false);
        props.onClosed?.();
      }}
    >
      <Root.Trigger
        class={props.class}
        disabled={props.isWanted !== undefined && !wanted()}
        onContextMenu={(event: MouseEvent) => setWanted(props.isWanted?.(event) ?? true)}
        onKeyDown={(event: KeyboardEvent) => props.onKeyDown?.(event)}
      >
        {props.children}
      </Root.Trigger>
      <Root.Portal>
        {/* The key that opened it may ask once more, for the menu itself. */}
        <Root.Content class={menuPanel} onContextMenu={(event) => event.preventDefault()}>
          <MenuItems items={props.items} />
        </Root.Content>
      </Root.Portal>
    </Root>
  );
}
