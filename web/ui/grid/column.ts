import type { JSX } from "solid-js";
import type { IconComponent } from "#web/ui/icon.tsx";

/** What an inline editor is given. Nothing is saved until Enter, Tab, a click elsewhere, or `commit`. */
export type CellEdit<Row> = {
  row: Row;
  /** The column's label: the editor's accessible name. */
  label: string;
  /** The character whose typing opened the editor: it replaces the value. */
  typed: string | undefined;
  /** Keeps how to save what is typed so far; the last one given wins. */
  draft: (save: () => void) => void;
  /** Saves the draft (or `save`) and leaves: for lists, where choosing is saving. */
  commit: (save?: () => void) => void;
  cancel: () => void;
};

export type GridColumn<Row> = {
  id: string;
  label: string;
  /** px; the first column may also `grow` into the free room. */
  width: number;
  minWidth?: number;
  grow?: boolean;
  /** Figures: right-aligned, tabular. The unit belongs in the label. */
  numeric?: boolean;
  icon?: IconComponent;
  sortable?: boolean;
  /** Can't be hidden or moved. */
  fixed?: boolean;
  /** Called once for many rows: `row` stands for the one shown by now, so read its fields where they are drawn. */
  cell: (row: Row) => JSX.Element;
  /** An inline editor makes the column editable, unless `canEdit` says no for a row. */
  edit?: (edit: CellEdit<Row>) => JSX.Element;
  canEdit?: (row: Row) => boolean;
  /** The cell of the sum row at the foot. */
  foot?: () => JSX.Element;
  /** The cell of a group's own row: a subtotal. */
  groupCell?: (rows: readonly Row[]) => JSX.Element;
};

export type GridSort = { column: string; direction: "ascending" | "descending" };

export type GridGroup<Row> = { id: string; label: JSX.Element; rows: readonly Row[] };

/** Where a live change came from: shown for four seconds at the start of the row. */
export type RowChange = { by: { id: string; name: string }; seconds: number };
