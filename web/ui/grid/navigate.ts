/** A cell's place: row −1 is the head, then 0… down; column 0… across the drawn columns. */
export type CellPlace = { row: number; column: number };

type Keys = { key: string; ctrlKey: boolean; metaKey: boolean };

/**
 * Where a key moves the focus, or undefined when the key doesn't move. `page` is how many rows fit on the screen.
 * Home and End go along the row, with Ctrl or ⌘ to the corners (ARIA grid pattern).
 */
export function nextPlace(
  keys: Keys,
  at: CellPlace,
  size: { rows: number; columns: number },
  page: number,
): CellPlace | undefined {
  const far = keys.ctrlKey || keys.metaKey;
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  const place = (row: number, column: number) => ({
    row: Math.min(lastRow, Math.max(-1, row)),
    column: Math.min(lastColumn, Math.max(0, column)),
  });
  switch (keys.key) {
    case "ArrowDown":
      return place(far ? lastRow : at.row + 1, at.column);
    case "ArrowUp":
      return place(far ? 0 : at.row - 1, at.column);
    case "ArrowRight":
      return place(at.row, far ? lastColumn : at.column + 1);
    case "ArrowLeft":
      return place(at.row, far ? 0 : at.column - 1);
    case "Home":
      return place(far ? 0 : at.row, 0);
    case "End":
      return place(far ? lastRow : at.row, lastColumn);
    case "PageDown":
      return place(at.row + page, at.column);
    case "PageUp":
      return place(Math.max(0, at.row - page), at.column);
    default:
      return undefined;
  }
}
