import { createMemo, createSignal } from "solid-js";
import type { GridColumn } from "./column.ts";
import { groupedEntries, idsBetween, plainEntries, type GridEntry } from "./entries.ts";
import type { DataGridProps } from "./grid-props.ts";
import { columnTracks, EMPTY_LAYOUT, visibleColumns, type ColumnLayout } from "./layout.ts";
import type { CellPlace } from "./navigate.ts";

type Editing = { id: string; column: string; typed: string | undefined };

export type GridState<Row> = ReturnType<typeof createGridState<Row>>;

/** What the parts of one grid share: lines, drawn columns, the active cell, what is edited and selected. */
export function createGridState<Row>(props: DataGridProps<Row>) {
  const [ownLayout, setOwnLayout] = createSignal<ColumnLayout>(EMPTY_LAYOUT);
  const [collapsed, setCollapsed] = createSignal<ReadonlySet<string>>(new Set());
  // Both are held by record, so that they go with it when others move it about.
  const [activeAt, setActiveAt] = createSignal<CellPlace & { id?: string | undefined }>({
    row: 0,
    column: 0,
  });
  const [editingAt, setEditingAt] = createSignal<Editing>();

  const layout = () => props.layout ?? ownLayout();
  const selectable = () => props.onSelect !== undefined;
  const offset = () => (selectable() ? 1 : 0);
  const columns = createMemo(() => visibleColumns(props.columns, layout()));
  const tracks = createMemo(() => columnTracks(columns(), layout(), selectable()));
  const entries = createMemo<GridEntry<Row>[]>(() =>
    props.groups
      ? groupedEntries(props.groups, props.rowId, collapsed())
      : plainEntries(props.rows, props.rowId),
  );
  const size = () => ({
    rows: entries().length,
    columns: columns().length + offset(),
  });
  const indices = createMemo(() => new Map(entries().map((entry, index) => [entry.id, index])));
  const active = createMemo(
    (): CellPlace => {
      const { id, row, column } = activeAt();
      const kept = id === undefined ? undefined : indices().get(id);
      // The record is gone: its place stays, as far as there is one.
      const last = Math.max(0, entries().length - 1);
      return { row: kept ?? Math.min(row, last), column };
    },
    { row: 0, column: 0 },
    { equals: (a, b) => a.row === b.row && a.column === b.column },
  );
  const setActive = ({ row, column }: CellPlace) =>
    setActiveAt({ row, column, id: entries()[row]?.id });
  const columnAt = (index: number): GridColumn<Row> | undefined => columns()[index - offset()];
  const rowAt = (index: number): Row | undefined => {
    const entry = entries()[index];
    return entry?.kind === "row" ? entry.row : undefined;
  };
  const editable = (place: CellPlace): boolean => {
    const column = columnAt(place.column);
    const row = rowAt(place.row);
    return Boolean(column?.edit && row !== undefined && (column.canEdit?.(row) ?? true));
  };

  /** Where the open editor stands at the moment; undefined without one, or while its record is not in the list. */
  const editing = createMemo(() => {
    const at = editingAt();
    const row = at && indices().get(at.id);
    const column = columns().findIndex((one) => one.id === at?.column);
    if (!at || row === undefined || column < 0) return undefined;
    return { place: { row, column: column + offset() }, typed: at.typed };
  });
  const setEditing = (next: { place: CellPlace; typed: string | undefined } | undefined) => {
    const id = next && entries()[next.place.row]?.id;
    const column = next && columnAt(next.place.column)?.id;
    const open = id !== undefined && column !== undefined;
    setEditingAt(open ? { id, column, typed: next?.typed } : undefined);
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
    indexOf: (id: string) => indices().get(id),
    selectable,
    offset,
    active,
    setActive,
    isActive: (row: number, column: number) => {
      const at = active();
      return at.row === row && at.column === column;
    },
    editing,
    setEditing,
    /** Whose editor is open, in the list or not. */
    editingId: () => editingAt()?.id,
    isEditing: (id: string, column: string) => {
      const at = editingAt();
      return at?.id === id && at.column === column;
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
