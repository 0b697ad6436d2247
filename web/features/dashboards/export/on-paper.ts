import type { Layout } from "#domain/dashboards/layout.ts";
import type { ShownTable } from "./tables.ts";

/** What A4 across leaves between its margins. */
export const PAPER = "273mm";

/** Px of a column and a row of the grid on that paper, of what stands around a table in its tile, and of a cell of a crossed table. */
const [COLUMN, ROW] = [87, 56];
const [BESIDE, ABOVE] = [46, 100];
const [CELL, LINE] = [96, 29];
/** A letter, what stands around a cell, and how wide a column of words is before they break. */
const [LETTER, PADDING, WORDS] = [7, 20, 280];
/** Smaller letters than these of the screen are not read. */
const [SMALL, SMALLEST] = [0.8, 0.5];
/** Rows of a table that stand on one page. */
const ON_A_PAGE = 18;

const room = (columns: number): number => columns * COLUMN - BESIDE;

/** What a table asks for: px across, and lines. Nothing is asked by what is drawn. */
function needs({ result, spec }: ShownTable): { across: number; lines: number } {
  const { columns, rows } = result;
  const different = (names: readonly (string | undefined)[]): number => {
    const at = columns.flatMap(({ name }, place) => (names.includes(name) ? [place] : []));
    return new Set(rows.map((row) => JSON.stringify(at.map((place) => row[place])))).size;
  };
  if (spec?.type === "pivot") {
    const across = spec.columns.length === 0 ? 1 : different(spec.columns) + 1;
    return {
      across: (spec.rows.length + across) * CELL,
      lines: different(spec.rows) + 2,
    };
  }
  if (spec !== null && spec.type !== "table") return { across: 0, lines: 0 };
  const widths = columns.map(({ name }, at) => {
    const cells = rows.slice(0, 200).map((row) => String(row[at] ?? "").length);
    return Math.min(WORDS, Math.max(name.length, ...cells) * LETTER + PADDING);
  });
  return { across: widths.reduce((sum, one) => sum + one, 0), lines: rows.length };
}

/** Where a widget stands on paper, and by what its table is made smaller there. */
interface OnPaper {
  layout: Layout;
  scale: number;
  /** Behind the others, over as many pages as it asks for. */
  apart: boolean;
}

/**
 * On paper nothing scrolls: a tile grows with the rows of its table, takes the whole width where its columns do not fit a little smaller, and
 * a table of more than a page stands apart.
 */
export function onPaper(shown: ShownTable | undefined, layout: Layout): OnPaper {
  const { across, lines } = shown ? needs(shown) : { across: 0, lines: 0 };
  const apart = lines > ON_A_PAGE;
  const wide = apart || across * SMALL > room(layout.w);
  const w = wide ? 12 : layout.w;
  const scale = Math.min(1, Math.max(SMALLEST, room(w) / Math.max(1, across)));
  const h = lines === 0 ? 0 : Math.ceil((ABOVE + lines * LINE * scale) / ROW);
  const x = wide ? 0 : layout.x;
  return { layout: { ...layout, x, w, h: Math.max(layout.h, h) }, scale, apart };
}
