import type { JSX } from "solid-js";
import type { IconComponent } from "#web/ui/icon.tsx";

/** One row of the palette: a record to open or a command to run. */
export type PaletteItem = {
  id: string;
  label: string;
  icon?: IconComponent | undefined;
  /** Quieter words after the label: kind, status, place. What matches is marked in them too. */
  detail?: string | undefined;
  /** At the end of the row: a face, an amount. */
  after?: (() => JSX.Element) | undefined;
  kbd?: string | readonly string[] | undefined;
  onSelect: () => void;
  /** What else can be done with it: ⇥ opens them. */
  actions?: readonly PaletteItem[] | undefined;
};

export type PaletteGroup = { id: string; label: string; items: readonly PaletteItem[] };

/** What the palette works on: the selected cards, the open record. */
export type PaletteContext = { label: string; onRemove: () => void };
