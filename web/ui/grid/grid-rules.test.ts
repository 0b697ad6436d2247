import { describe, expect, it } from "vitest";
import type { GridColumn } from "./column.ts";
import { groupedEntries, idsBetween, plainEntries } from "./entries.ts";
import {
  columnTracks,
  columnWidth,
  EMPTY_LAYOUT,
  moved,
  orderedColumns,
  resized,
  toggled,
  visibleColumns,
} from "./layout.ts";
import { nextPlace } from "./navigate.ts";

const column = (id: string, more: Partial<GridColumn<string>> = {}): GridColumn<string> => ({
  id,
  label: id,
  width: 100,
  cell: (row) => row,
  ...more,
});
const COLUMNS = [column("name", { fixed: true }), column("stage"), column("owner"), column("sum")];
const ids = (columns: readonly { id: string }[]) => columns.map((each) => each.id).join(" ");

describe("columns", () => {
  it("follow the saved order, then their own", () => {
    const layout = { ...EMPTY_LAYOUT, order: ["name", "sum", "gone"] };
    expect(ids(orderedColumns(COLUMNS, layout))).toBe("name sum stage owner");
  });
  it("hide, except a fixed one", () => {
    const layout = toggled(toggled(EMPTY_LAYOUT, "stage"), "name");
    expect(ids(visibleColumns(COLUMNS, layout))).toBe("name owner sum");
    expect(ids(visibleColumns(COLUMNS, toggled(layout, "stage")))).toBe("name stage owner sum");
  });
  it("move both ways, never before a fixed one", () => {
    const right = moved(COLUMNS, EMPTY_LAYOUT, "stage", "sum");
    expect(ids(orderedColumns(COLUMNS, right))).toBe("name owner sum stage");
    expect(ids(orderedColumns(COLUMNS, moved(COLUMNS, right, "stage", "owner")))).toBe(
      "name stage owner sum",
    );
    expect(moved(COLUMNS, EMPTY_LAYOUT, "stage", "name")).toBe(EMPTY_LAYOUT);
    expect(moved(COLUMNS, EMPTY_LAYOUT, "gone", "sum")).toBe(EMPTY_LAYOUT);
  });
  it("never shrink under their least width", () => {
    const owner = column("owner", { minWidth: 90 });
    expect(columnWidth(owner, resized(EMPTY_LAYOUT, owner, 10))).toBe(90);
    expect(columnWidth(owner, resized(EMPTY_LAYOUT, owner, 200.4))).toBe(200);
  });
  it("give the free room to the one that grows, until it is resized", () => {
    const name = column("name", { grow: true });
    expect(columnTracks([name], EMPTY_LAYOUT, true)).toEqual({
      template: "40px minmax(100px, 1fr)",
      width: 140,
    });
    expect(columnTracks([name], resized(EMPTY_LAYOUT, name, 300), false).template).toBe(
      "300px minmax(0, 1fr)",
    );
  });
});

describe("moving between cells", () => {
  const size = { rows: 10, columns: 4 };
  const at = { row: 5, column: 2 };
  const go = (key: string, more: { ctrlKey?: boolean } = {}, from = at) =>
    nextPlace({ key, ctrlKey: false, metaKey: false, ...more }, from, size, 4);
  it("steps by arrow and stops at the edges; the head is row −1", () => {
    expect(go("ArrowDown")).toEqual({ row: 6, column: 2 });
    expect(go("ArrowUp", {}, { row: 0, column: 2 })).toEqual({ row: -1, column: 2 });
    expect(go("ArrowUp", {}, { row: -1, column: 2 })).toEqual({ row: -1, column: 2 });
    expect(go("ArrowRight", {}, { row: 5, column: 3 })).toEqual({ row: 5, column: 3 });
    expect(go("ArrowLeft", {}, { row: 5, column: 0 })).toEqual({ row: 5, column: 0 });
  });
  it("goes along the row, to the corners, and by page", () => {
    expect(go("Home")).toEqual({ row: 5, column: 0 });
    expect(go("End")).toEqual({ row: 5, column: 3 });
    expect(go("Home", { ctrlKey: true })).toEqual({ row: 0, column: 0 });
    expect(go("End", { ctrlKey: true })).toEqual({ row: 9, column: 3 });
    expect(go("PageDown")).toEqual({ row: 9, column: 2 });
    expect(go("PageUp")).toEqual({ row: 1, column: 2 });
  });
  it("leaves other keys alone", () => {
    expect(go("a")).toBeUndefined();
    expect(go("Tab")).toBeUndefined();
  });
});

const name = (row: string) => row;

describe("lines", () => {
  const groups = [
    { id: "g1", label: "One", rows: ["a", "b"] },
    { id: "g2", label: "Two", rows: ["c"] },
  ];

  it("lay groups out, folded ones as their head alone", () => {
    expect(groupedEntries(groups, name, new Set()).map((entry) => entry.id)).toEqual([
      "g1",
      "a",
      "b",
      "g2",
      "c",
    ]);
    expect(groupedEntries(groups, name, new Set(["g1"])).map((entry) => entry.id)).toEqual([
      "g1",
      "g2",
      "c",
    ]);
  });
  it("give the ids between two lines, either way, without the heads", () => {
    const lines = groupedEntries(groups, name, new Set());
    expect(idsBetween(lines, 4, 2)).toEqual(["b", "c"]);
    expect(idsBetween(plainEntries(["a", "b"], name), 0, 0)).toEqual(["a"]);
  });
});
