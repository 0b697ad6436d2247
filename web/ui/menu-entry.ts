import type { IconComponent } from "./icon.tsx";

/** One row of a menu. Menus are data, so that the same list serves a button, a right click and a long press. */
export type MenuEntry =
  | MenuAction
  | { kind: "separator" }
  | { kind: "group"; label: string; items: readonly MenuEntry[] }
  | { kind: "sub"; label: string; icon?: IconComponent | undefined; items: readonly MenuEntry[] }
  | {
      kind: "check";
      label: string;
      icon?: IconComponent | undefined;
      checked: boolean;
      onChange: (checked: boolean) => void;
    };

export type MenuAction = {
  kind?: "action" | undefined;
  label: string;
  icon?: IconComponent | undefined;
  kbd?: string | undefined;
  /** A word at the end of the row: the current value, a count. */
  note?: string | undefined;
  danger?: boolean | undefined;
  disabled?: boolean | undefined;
  /** Draws a check at the end: the chosen one of a list. */
  chosen?: boolean | undefined;
  onSelect: () => void;
};
