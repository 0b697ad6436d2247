import { cleanup, fireEvent, screen } from "@solidjs/testing-library";
import { createSignal } from "solid-js";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { press, renderUi, settle } from "#web/ui/testing.tsx";
import type { GridColumn, GridSort } from "./column.ts";
import { DataGrid } from "./data-grid.tsx";
import { TextCell } from "./text-cell.tsx";

type Client = { id: string; name: string; action: string; revenue: number };

const CLIENTS: Client[] = Array.from({ length: 10_000 }, (_, index) => ({
  id: `c${index}`,
  name: `Client ${index}`,
  action: `Appel ${index}`,
  revenue: index * 100,
}));

// jsdom lays nothing out: give elements the size of a window.
const sizes = { offsetHeight: 600, offsetWidth: 900, clientHeight: 600 };
beforeAll(() => {
  for (const [name, value] of Object.entries(sizes))
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => value });
});
afterAll(() => {
  for (const name of Object.keys(sizes)) Reflect.deleteProperty(HTMLElement.prototype, name);
});

function show(save = vi.fn()) {
  const [rows, setRows] = createSignal<readonly Client[]>(CLIENTS);
  const [selected, setSelected] = createSignal<ReadonlySet<string>>(new Set());
  const [sort, setSort] = createSignal<GridSort>();
  const opened = vi.fn();
  const columns: GridColumn<Client>[] = [
    { id: "name", label: "Nom", width: 200, fixed: true, sortable: true, cell: (row) => row.name },
    {
      id: "action",
      label: "Action",
      width: 200,
      cell: (row) => row.action,
      edit: (edit) => (
        <TextCell edit={edit} value={edit.row.action} onSave={(text) => save(edit.row.id, text)} />
      ),
    },
    {
      id: "revenue",
      label: "CA",
      width: 120,
      numeric: true,
      cell: (row) => row.revenue,
      foot: () => "Somme",
      edit: (edit) => (
        <TextCell
          edit={edit}
          value={String(edit.row.revenue)}
          onSave={(text) => save(edit.row.id, text)}
        />
      ),
    },
  ];
  renderUi(() => (
    <DataGrid
      label="Clients"
      columns={columns}
      rows={rows()}
      rowId={(row) => row.id}
      rowName={(row) => row.name}
      sort={sort()}
      onSort={setSort}
      selected={selected()}
      onSelect={setSelected}
      onOpen={opened}
    />
  ));
  return { save, selected, sort, opened, setRows };
}
const cell = (row: number, column: number) =>
  document.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`) as HTMLElement;

describe("DataGrid", () => {
  it("tells all its rows and draws only those in view", () => {
    show();
    const grid = screen.getByRole("grid", { name: "Clients" });
    expect(grid.getAttribute("aria-rowcount")).toBe("10002");
    const drawn = screen.getAllByRole("row").length;
    expect(drawn).toBeGreaterThan(10);
    expect(drawn).toBeLessThan(60);
  });
  it("has one tab stop and moves it by arrow", () => {
    show();
    cell(0, 0).focus();
    press("ArrowRight");
    press("ArrowDown");
    expect(document.activeElement).toBe(cell(1, 1));
    expect(document.querySelectorAll('[data-cell][tabindex="0"]')).toHaveLength(1);
    press("ArrowUp");
    press("ArrowUp");
    expect(document.activeElement).toBe(cell(-1, 1));
  });
  it("goes to the last of ten thousand rows and keeps the focus", () => {
    show();
    cell(0, 1).focus();
    press("ArrowDown", { ctrlKey: true });
    expect(document.activeElement).toBe(cell(9_999, 1));
    expect(document.activeElement?.textContent).toContain("Client 9999");
  });
  it("edits with Enter, saves with Enter, and gives the focus back to the cell", () => {
    const { save } = show();
    cell(2, 2).focus();
    press("Enter");
    const input = screen.getByRole<HTMLInputElement>("textbox", { name: "Action" });
    expect(document.activeElement).toBe(input);
    fireEvent.input(input, { target: { value: "Visite" } });
    press("Enter");
    expect(save).toHaveBeenCalledExactlyOnceWith("c2", "Visite");
    expect(document.activeElement).toBe(cell(2, 2));
  });
  it("drops the edit with Esc and saves nothing that is the same", () => {
    const { save } = show();
    cell(2, 2).focus();
    press("F2");
    fireEvent.input(screen.getByRole("textbox"), { target: { value: "Visite" } });
    press("Escape");
    expect(screen.queryByRole("textbox")).toBeNull();
    press("Enter");
    press("Enter");
    expect(save).not.toHaveBeenCalled();
  });
  it("replaces the value when one types, and Tab saves and goes on", () => {
    const { save } = show();
    cell(0, 2).focus();
    press("V");
    expect(screen.getByRole<HTMLInputElement>("textbox").value).toBe("V");
    press("Tab");
    expect(save).toHaveBeenCalledExactlyOnceWith("c0", "V");
    expect(screen.getByRole("textbox", { name: "CA" })).toBe(document.activeElement);
    press("Tab");
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Action" }).value).toBe("Appel 1");
  });
  it("selects with Space, a range with Shift, everything with the head", () => {
    const { selected } = show();
    cell(1, 1).focus();
    press(" ");
    expect([...selected()]).toEqual(["c1"]);
    press("ArrowDown");
    press("ArrowDown");
    press(" ", { shiftKey: true });
    expect([...selected()]).toEqual(["c1", "c2", "c3"]);
    const all = screen.getByRole<HTMLInputElement>("checkbox", { name: "Tout sélectionner" });
    expect(all.indeterminate).toBe(true);
    fireEvent.click(all);
    expect(selected().size).toBe(10_000);
  });
  it("sorts from the head: up, down, not at all", () => {
    const { sort } = show();
    const head = screen.getByRole("columnheader", { name: /Nom/ });
    const button = cell(-1, 1);
    fireEvent.click(button);
    expect(head.getAttribute("aria-sort")).toBe("ascending");
    fireEvent.click(button);
    expect(head.getAttribute("aria-sort")).toBe("descending");
    fireEvent.click(button);
    expect(sort()).toBeUndefined();
  });
  it("hides and widens a column from its menu, by key", async () => {
    show();
    cell(-1, 2).focus();
    press("ArrowDown", { altKey: true });
    fireEvent.keyDown(await screen.findByRole("menuitem", { name: "Masquer la colonne" }), {
      key: "Enter",
    });
    expect(screen.queryByRole("columnheader", { name: /Action/ })).toBeNull();
    expect(screen.getByRole("grid").getAttribute("aria-colcount")).toBe("3");
    cell(-1, 2).focus();
    press("ArrowDown", { altKey: true });
    fireEvent.keyDown(await screen.findByRole("menuitem", { name: "Élargir" }), { key: "Enter" });
    const template = screen.getByRole("grid").style.getPropertyValue("--grid-columns");
    expect(template).toContain("160px");
  });
  it("opens the record from a cell that is not edited, and from any with ⌘", () => {
    const { opened } = show();
    cell(4, 1).focus();
    press("Enter");
    expect(opened).toHaveBeenCalledWith(CLIENTS[4]);
    cell(5, 2).focus();
    press("Enter", { metaKey: true });
    expect(opened).toHaveBeenLastCalledWith(CLIENTS[5]);
    expect(screen.queryByRole("textbox")).toBeNull();
  });
  it("keeps its rows' elements while it is scrolled, and gives them other records", () => {
    show();
    const grid = screen.getByRole("grid");
    const before = new Set(screen.getAllByRole("row"));
    grid.scrollTop = 36 * 5_000;
    fireEvent.scroll(grid);
    const after = screen.getAllByRole("row");
    expect(cell(5_000, 1).textContent).toBe("Client 5000");
    expect(cell(5_000, 3).textContent).toBe("500000");
    expect(after.filter((row) => !before.has(row)).length).toBeLessThan(8);
  });
  it("has its rows in reading order once scrolling rests, and the focus where it was", async () => {
    show();
    const grid = screen.getByRole("grid");
    cell(2, 1).focus();
    for (const row of [7, 30, 11]) {
      grid.scrollTop = 36 * row;
      fireEvent.scroll(grid);
    }
    await settle(250);
    const places = screen
      .getAllByRole("row")
      .map((row) => Number(row.getAttribute("aria-rowindex")));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(document.activeElement).toBe(cell(2, 1));
  });
});

describe("an open editor of a DataGrid", () => {
  const open = () => {
    const shown = show();
    fireEvent.dblClick(cell(3, 2));
    const input = screen.getByRole<HTMLInputElement>("textbox", { name: "Action" });
    fireEvent.input(input, { target: { value: "Visite" } });
    return { ...shown, input };
  };
  it("goes with its record when others reorder the rows, and saves to it", () => {
    const { save, setRows, input } = open();
    setRows([...CLIENTS.slice(10, 14), ...CLIENTS.slice(0, 10), ...CLIENTS.slice(14)]);
    expect(screen.getByRole("textbox")).toBe(input);
    expect(document.activeElement).toBe(input);
    expect(input.value).toBe("Visite");
    expect(input.closest("[data-cell]")).toBe(cell(7, 2));
    press("Enter");
    expect(save).toHaveBeenCalledExactlyOnceWith("c3", "Visite");
    expect(document.activeElement).toBe(cell(7, 2));
  });
  it("stays when its record is scrolled or moved far away", () => {
    const { setRows, input } = open();
    setRows([...CLIENTS.slice(4), ...CLIENTS.slice(0, 4)]);
    expect(document.activeElement).toBe(input);
    expect(input.closest("[data-cell]")).toBe(cell(9_999, 2));
  });
  it("stays when the record itself is replaced", () => {
    const { setRows, input, save } = open();
    setRows(CLIENTS.map((row) => (row.id === "c3" ? { ...row, name: "Autre" } : row)));
    expect(cell(3, 1).textContent).toBe("Autre");
    expect(document.activeElement).toBe(input);
    press("Enter");
    expect(save).toHaveBeenCalledExactlyOnceWith("c3", "Visite");
  });
  it("saves what was typed when its record leaves the list", () => {
    const { setRows, save } = open();
    setRows(CLIENTS.filter((row) => row.id !== "c3"));
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(save).toHaveBeenCalledExactlyOnceWith("c3", "Visite");
    expect(cell(3, 1).textContent).toBe("Client 4");
  });
  it("saves what was typed when the grid goes", () => {
    const { save } = open();
    cleanup();
    expect(save).toHaveBeenCalledExactlyOnceWith("c3", "Visite");
  });
  it("leaves the focus on its record's cell", () => {
    const { setRows } = show();
    cell(3, 2).focus();
    setRows([...CLIENTS.slice(1, 6), ...CLIENTS.slice(0, 1), ...CLIENTS.slice(6)]);
    expect(document.activeElement).toBe(cell(2, 2));
    press("ArrowDown");
    expect(document.activeElement).toBe(cell(3, 2));
  });
});
