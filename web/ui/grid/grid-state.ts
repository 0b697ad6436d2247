import { createMemo, createSignal } from "solid-js";
import type { GridColumn } from "./column.ts";
import { groupedEntries, idsBetween, plainEntries, type GridEntry } from "./entries.ts";
import type { DataGridProps } from "./grid-props.ts";
import { columnTracks, EMPTY_LAYOUT, visibleColumns, type ColumnLayout } from "./layout.ts";
import type { CellPlace } from "./navigate.ts";

export type GridState<Row> = ReturnType<typeof createGridState<Row>>;

/** What the parts of one grid share: lines, drawn columns, the active cell, what is edited and selected. */
export function createGridState<Row>(props: DataGridProps<Row>) {
  const [ownLayout, setOwnLayout] = createSignal<ColumnLayout>(EMPTY_LAYOUT);
  const [collapsed, setCollapsed] = createSignal<ReadonlySet<string>>(new Set());
  const [active, setActive] = createSignal<CellPlace>({ row: 0, column: 0 });
  const [editing, setEditing] = createSignal<{ place: CellPlace; typed: string | undefined }>();

  const layout = () => props.layout ?? ownLayout();
  const selectable = () => props.onSelect !== undefined;
  const columns = createMemo(() => visibleColumns(props.columns, layout()));
  const tracks = createMemo(() => columnTracks(columns(), layout(), selectable()));
  const entries = createMemo<GridEntry<Row>[]>(() =>
    props.groups
      ? groupedEntries(props.groups, props.rowId, collapsed())
      : plainEntries(props.rows, props.rowId),
  );
  const size = () => ({
    rows: entries().length,
    columns: columns().length + (selectable() ? 1 : 0),
  });
  const columnAt = (index: number): GridColumn<Row> | undefined =>
    columns()[index - (selectable() ? 1 : 0)];
  const rowAt = (index: number): Row | undefined => {
    const entry = entries()[index];
    return entry?.kind === "row" ? entry.row : undefined;
  };
  const editable = (place: CellPlace): boolean => {
    const column = columnAt(place.column);
    const row = rowAt(place.row);
    return Boolean(column?.edit && row !== undefined && (column.canEdit?.(row) ?? true));
  };

  let anchor = 0;
  /** Selects or frees a row; with `range`, all rows since the last one chosen. */
  const select = (index: number, range: boolean) => {
    const entry = entries()[index];
    if (!props.onSelect || entry?.kind !== "row") return;
    const next = new Set(props.selected);
    const on = !next.has(entry.id);
    for (const id of range ? idsBetween(entries(), anchor, index) : [entry.id]) {
      if (on || range) next.add(id);
      else next.delete(id);
    }
    anchor = index;
    props.onSelect(next);
  };
  const allIds = createMemo(() => entries().flatMap((e) => (e.kind === "row" ? [e.id] : [])));

  return {
    props,
    layout,
    setLayout: (next: ColumnLayout) => {
      setOwnLayout(next);
      props.onLayout?.(next);
    },
    columns,
    columnAt,
    rowAt,
    tracks,
    entries,
    size,
    selectable,
    active,
    setActive,
    isActive: (row: number, column: number) => {
      const at = active();
      return at.row === row && at.column === column;
    },
    editing,
    setEditing,
    isEditing: (row: number, column: number) => {
      const at = editing()?.place;
      return at?.row === row && at.column === column;
    },
    editable,
    select,
    selectedShare: () => {
      const count = allIds().filter((id) => props.selected?.has(id)).length;
      return count === 0 ? false : count === allIds().length ? true : ("mixed" as const);
    },
    selectAll: (on: boolean) => props.onSelect?.(new Set(on ? allIds() : [])),
    toggleGroup: (id: string) =>
      setCollapsed((before) => {
        const next = new Set(before);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    collapseAll: (on: boolean) =>
      setCollapsed(new Set(on ? props.groups?.map((group) => group.id) : [])),
  };
}
