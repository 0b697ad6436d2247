import { afterEach, expect, it, vi } from "vitest";
import type { Brush } from "./brush.ts";
import { cutTable } from "./cut-table.ts";
import { paint } from "./paint.ts";

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

/** Where things stand, which jsdom does not know: left, top, width, height. */
const places = new Map<Element, DOMRect>();
function put<E extends Element>(element: E, x: number, y: number, w: number, h: number): E {
  places.set(element, new DOMRect(x, y, w, h));
  return element;
}
function make(tag: string, attributes: Record<string, string>, ...inside: (Node | string)[]) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...inside);
  return made;
}

interface Shape {
  /** Rows that there are, and those of them in the page. */
  rows: number;
  drawn?: number;
  /** Columns of 100 px in a box of 250. */
  columns?: number;
  foot?: boolean;
  scrolled?: number;
}

/** A grid of 250 × 200 px: a head of 32, rows of 40 and maybe a foot of 32, both of which stick. */
function grid({ rows, drawn = rows, columns = 2, foot = false, scrolled = 0 }: Shape): HTMLElement {
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function of(
    this: Element,
  ) {
    return places.get(this) ?? new DOMRect();
  });
  const line = (name: string, top: number, height: number, stuck = false) => {
    const cells = Array.from({ length: columns }, (_, at) =>
      put(make("div", { role: "gridcell" }, `${name}${at + 1}`), at * 100, top, 100, height),
    );
    const row = make("div", { role: "row", ...(stuck && { style: "position: sticky" }) }, ...cells);
    return put(row, 0, top, columns * 100, height);
  };
  const body = Array.from({ length: drawn }, (_, at) =>
    line(`r${at}-`, 32 + at * 40 - scrolled, 40),
  );
  const box = make(
    "div",
    { role: "grid", style: "overflow: auto", "aria-rowcount": String(rows + 1 + (foot ? 1 : 0)) },
    line("h", 0, 32, true),
    make("div", { role: "rowgroup" }, ...body),
    ...(foot ? [line("f", 168, 32, true)] : []),
  );
  Object.defineProperties(box, { clientWidth: { value: 250 }, clientHeight: { value: 200 } });
  document.body.append(box);
  return put(box, 0, 0, 250, 200);
}

it("leaves a table alone that is wholly seen, and a box without one", () => {
  expect(cutTable(grid({ rows: 4 }))).toBeUndefined();
  expect(cutTable(document.body)).toBeUndefined();
});

it("leaves out the row that the box slices and those below, also those that are not in the page", () => {
  const box = grid({ rows: 5000, drawn: 12 });
  const cut = cutTable(box);
  // 200 px less the head of 32 and the line of 28: three rows.
  expect(cut).toMatchObject({ rows: 4997, columns: 0, top: 152 });
  expect(cut?.left.has(box.querySelectorAll("[role=row]")[3] ?? box)).toBe(false);
  expect(cut?.left.has(box.querySelectorAll("[role=row]")[4] ?? box)).toBe(true);
});

it("counts what lies above too, and keeps clear of a foot that sticks", () => {
  expect(cutTable(grid({ rows: 10, scrolled: 20 }))).toMatchObject({ rows: 7, top: 172 });
  expect(cutTable(grid({ rows: 10, foot: true }))).toMatchObject({ rows: 8, top: 112 });
});

it("leaves out columns that are not whole, in every row, and says so below where there is room", () => {
  const box = grid({ rows: 2, columns: 4 });
  const cut = cutTable(box);
  expect(cut).toMatchObject({ rows: 0, columns: 2, top: 112 });
  expect([...(cut?.left ?? [])].map(({ textContent }) => textContent)).toEqual(
    ["h", "r0-", "r1-"].flatMap((row) => [`${row}3`, `${row}4`]),
  );
});

it("a picture has whole rows only, and the words that more are there", async () => {
  const box = grid({ rows: 30, drawn: 8, columns: 3 });
  Range.prototype.getClientRects = function of(this: Range) {
    const cell = this.startContainer.parentElement;
    return [places.get(cell ?? box) ?? new DOMRect()] as unknown as DOMRectList;
  };
  const texts: string[] = [];
  const pen = new Proxy({} as CanvasRenderingContext2D, {
    get: (_, name) => {
      if (name === "fillText") return (text: string) => texts.push(text);
      if (name === "measureText")
        return () => ({ width: 10, fontBoundingBoxAscent: 9, fontBoundingBoxDescent: 3 });
      return name === "globalAlpha" ? 1 : () => undefined;
    },
  });
  const brush: Brush = {
    pen,
    origin: { x: 0, y: 0 },
    scale: 2,
    chart: () => undefined,
    rows: () => [],
    rest: (rows, columns) => `${rows} more, ${columns} beside`,
  };
  await paint(box, brush);
  expect(texts).toEqual([..."h1 h2 r0-1 r0-2 r1-1 r1-2 r2-1 r2-2".split(" "), "27 more, 1 beside"]);
});
