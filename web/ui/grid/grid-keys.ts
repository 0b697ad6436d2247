import type { GridState } from "./grid-state.ts";
import { nextPlace, type CellPlace } from "./navigate.ts";

/** What the keys need from the drawn grid. */
export type GridMoves = {
  focus: (place: CellPlace) => void;
  page: () => number;
  saveDraft: () => void;
  dropDraft: () => void;
};

/** The next editable cell after `from`, in reading order, wrapping to the next row; undefined past the ends. */
function nextEditable<Row>(grid: GridState<Row>, from: CellPlace, step: 1 | -1) {
  const { columns, rows } = grid.size();
  const last = rows * columns - 1;
  for (let at = from.row * columns + from.column + step; at >= 0 && at <= last; at += step) {
    const place = { row: Math.floor(at / columns), column: at % columns };
    if (grid.editable(place)) return place;
    if (Math.abs(place.row - from.row) > 1) return undefined;
  }
  return undefined;
}

function editKeys<Row>(grid: GridState<Row>, moves: GridMoves, event: KeyboardEvent): void {
  const place = grid.editing()?.place;
  if (!place || event.isComposing) return;
  const inText = event.target instanceof HTMLTextAreaElement;
  if (event.key === "Escape") moves.dropDraft();
  else if (event.key === "Enter" && !(inText && event.shiftKey)) moves.saveDraft();
  else if (event.key === "Tab") {
    const next = nextEditable(grid, place, event.shiftKey ? -1 : 1);
    moves.saveDraft();
    moves.focus(next ?? place);
    if (next) grid.setEditing({ place: next, typed: undefined });
    return event.preventDefault();
  } else return;
  event.preventDefault();
  event.stopPropagation();
  moves.focus(place);
}

/** Enter: edits, else presses the one control in the cell, else opens the record. */
function enter<Row>(grid: GridState<Row>, place: CellPlace, event: KeyboardEvent): void {
  const row = grid.rowAt(place.row);
  const entry = grid.entries()[place.row];
  if (entry?.kind === "group") {
    grid.toggleGroup(entry.id);
    return;
  }
  const direct = event.metaKey || event.ctrlKey;
  if (!direct && grid.editable(place)) {
    grid.setEditing({ place, typed: undefined });
    return;
  }
  const cell = event.target instanceof HTMLElement ? event.target : null;
  const control = direct ? null : cell?.querySelector<HTMLElement>("a[href], button");
  if (control) control.click();
  else if (row !== undefined) grid.props.onOpen?.(row);
}

/**
 * The keyboard of a grid: arrows, Home, End, Page move; ↵ or F2 edits, ⌘↵ opens, typing replaces; Space selects,
 * with Shift a range, ⌘A all; [ and ] fold and unfold the groups. In an editor ↵ saves, ⇥ goes on, Esc drops.
 */
export function gridKeys<Row>(
  grid: GridState<Row>,
  moves: GridMoves,
): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.defaultPrevented) return;
    if (grid.editing()) return editKeys(grid, moves, event);
    const at = grid.active();
    const next = event.altKey ? undefined : nextPlace(event, at, grid.size(), moves.page());
    if (next) {
      event.preventDefault();
      return moves.focus(next);
    }
    // The head's own controls take Enter and Space; so does a link or button inside a cell.
    if (at.row < 0 || !(event.target as HTMLElement).matches("[data-cell]")) return;
    const command = event.metaKey || event.ctrlKey;
    if (event.key === "Enter") enter(grid, at, event);
    else if (event.key === "F2" && grid.editable(at))
      grid.setEditing({ place: at, typed: undefined });
    else if (event.key === " ") grid.select(at.row, event.shiftKey);
    else if (command && event.key.toLowerCase() === "a") grid.selectAll(true);
    else if (grid.props.groups && (event.key === "[" || event.key === "]"))
      grid.collapseAll(event.key === "[");
    else if (event.key.length === 1 && !command && !event.altKey && grid.editable(at))
      grid.setEditing({ place: at, typed: event.key });
    else return;
    event.preventDefault();
  };
}
