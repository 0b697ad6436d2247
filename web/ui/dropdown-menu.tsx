import { DropdownMenu as Root } from "@kobalte/core/dropdown-menu";
import type { JSX } from "solid-js";
import type { MenuEntry } from "./menu-entry.ts";
import { MenuItems, menuPanel } from "./menu-items.tsx";

/**
 * A menu under a button: `trigger={(attributes) => <IconButton {...attributes} icon={IconMore} label={…} />}`.
 * Arrows, Home, End and typing move; Esc closes and returns the focus.
 */
export function DropdownMenu(props: {
  items: readonly MenuEntry[];
  trigger: (attributes: JSX.ButtonHTMLAttributes<HTMLButtonElement>) => JSX.Element;
  placement?: "bottom-start" | "bottom-end" | "right-start" | "top-start";
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}) {
  return (
    <Root
      gutter={4}
      // A click beside the menu closes it and does what it was meant for.
      modal={false}
      placement={props.placement ?? "bottom-start"}
      {...(props.open === undefined ? {} : { open: props.open })}
      onOpenChange={(open) => props.onOpenChange?.(open)}
    >
      <Root.Trigger as={props.trigger} />
      <Root.Portal>
        <Root.Content class={menuPanel}>
          <MenuItems items={props.items} />
        </Root.Content>
      </Root.Portal>
    </Root>
  );
}
