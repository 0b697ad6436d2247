import type { GridColumn } from "./column.ts";

/** How a person arranged the columns: part of a saved view. Columns it doesn't name follow in their own order. */
export type ColumnLayout = {
  order: readonly string[];
  hidden: readonly string[];
  /** px by column id */
  widths: Readonly<Record<string, number>>;
};

export const EMPTY_LAYOUT: ColumnLayout = { order: [], hidden: [], widths: {} };

/** Width of the selection column, px. */
const SELECT_PX = 40;
const MIN_PX = 64;

/** The columns in the person's order, hidden ones included: what a "Columns" menu lists. */
export function orderedColumns<C extends { id: string }>(
  columns: readonly C[],
  layout: ColumnLayout,
): C[] {
  const byId = new Map(columns.map((column) => [column.id, column]));
  const named = layout.order.map((id) => byId.get(id)).filter((column) => column !== undefined);
  const chosen = new Set(named.map((column) => column.id));
  return [...named, ...columns.filter((column) => !chosen.has(column.id))];
}

/** The columns that are drawn, in order. */
export function visibleColumns<Row>(
  columns: readonly GridColumn<Row>[],
  layout: ColumnLayout,
): GridColumn<Row>[] {
  return orderedColumns(columns, layout).filter(
    (column) => column.fixed === true || !layout.hidden.includes(column.id),
  );
}

/** px of one column as arranged. */
export function columnWidth<Row>(column: GridColumn<Row>, layout: ColumnLayout): number {
  return layout.widths[column.id] ?? column.width;
}

/** CSS `grid-template-columns` and the least width (px) of the drawn columns. */
export function columnTracks<Row>(
  columns: readonly GridColumn<Row>[],
  layout: ColumnLayout,
  selectable: boolean,
): { template: string; width: number } {
  const grows = (column: GridColumn<Row>) =>
    column.grow === true && layout.widths[column.id] === undefined;
  const tracks = columns.map((column) => {
    const width = columnWidth(column, layout);
    return grows(column) ? `minmax(${width}px, 1fr)` : `${width}px`;
  });
  const rest = columns.some(grows) ? [] : ["minmax(0, 1fr)"];
  const select = selectable ? [`${SELECT_PX}px`] : [];
  const sum = columns.reduce((total, column) => total + columnWidth(column, layout), 0);
  return {
    template: [...select, ...tracks, ...rest].join(" "),
    width: sum + (selectable ? SELECT_PX : 0),
  };
}

/** The layout with one column's width changed, never under its least. */
export function resized<Row>(
  layout: ColumnLayout,
  column: GridColumn<Row>,
  width: number,
): ColumnLayout {
  const px = Math.round(Math.max(column.minWidth ?? MIN_PX, width));
  return { ...layout, widths: { ...layout.widths, [column.id]: px } };
}

/** The layout with a column shown or hidden. */
export function toggled(layout: ColumnLayout, id: string): ColumnLayout {
  const hidden = layout.hidden.includes(id)
    ? layout.hidden.filter((other) => other !== id)
    : [...layout.hidden, id];
  return { ...layout, hidden };
}

/** The layout with column `id` put where `target` stands. The first fixed column stays first. */
export function moved<Row>(
  columns: readonly GridColumn<Row>[],
  layout: ColumnLayout,
  id: string,
  target: string,
): ColumnLayout {
  const all = orderedColumns(columns, layout);
  const order = all.map((column) => column.id);
  const from = order.indexOf(id);
  const to = order.indexOf(target);
  if (from < 0 || to < 0 || all[from]?.fixed || all[to]?.fixed) return layout;
  order.splice(from, 1);
  order.splice(to, 0, id);
  return { ...layout, order };
}
