import type { JSX } from "solid-js";
import type { GridColumn, GridGroup, GridSort, RowChange } from "./column.ts";
import type { ColumnLayout } from "./layout.ts";

export type DataGridProps<Row> = {
  /** Accessible name: "Clients". */
  label: string;
  columns: readonly GridColumn<Row>[];
  /** The rows in the order to show; sorting and filtering are the caller's. */
  rows: readonly Row[];
  /** Instead of `rows`: the same rows in groups that fold. */
  groups?: readonly GridGroup<Row>[] | undefined;
  rowId: (row: Row) => string;
  /** A row's name, for its checkbox and for screen readers. */
  rowName: (row: Row) => string;
  /** px: 36, compact 32, two lines 48. */
  rowHeight?: number;
  sort?: GridSort | undefined;
  onSort?: ((sort: GridSort | undefined) => void) | undefined;
  layout?: ColumnLayout | undefined;
  onLayout?: ((layout: ColumnLayout) => void) | undefined;
  /** Ids of the selected rows; giving `onSelect` draws the checkboxes. */
  selected?: ReadonlySet<string> | undefined;
  onSelect?: ((selected: ReadonlySet<string>) => void) | undefined;
  /** Opens the record: Enter on a cell that is not editable, ⌘↵ anywhere. */
  onOpen?: ((row: Row) => void) | undefined;
  /** Id of the record open beside the list. */
  current?: string | undefined;
  /** Set for four seconds after someone else changed the row. */
  changed?: ((row: Row) => RowChange | undefined) | undefined;
  loading?: boolean | undefined;
  /** Instead of rows, when there are none. */
  empty?: JSX.Element;
  /** Instead of rows, when they could not be read. */
  error?: JSX.Element;
  /** The last rows came into view: fetch the next page. */
  onEnd?: (() => void) | undefined;
  /** How many rows there are in all, when not all are loaded. */
  total?: number | undefined;
  /** On a phone the grid is a list: draws one row of it. */
  phoneRow?: ((row: Row) => JSX.Element) | undefined;
  /** px, 64 by default */
  phoneRowHeight?: number;
  /** A shade at the side beyond which there are more columns. */
  edge?: boolean | undefined;
  class?: string;
};

export const HEAD_PX = 36;
