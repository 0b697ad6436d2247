import type { ChartRow } from "./cut-chart.ts";

/** Draws charts at the size of the picture; the canvas on screen has only that of the screen. */
type ChartPainter = (host: HTMLElement, scale: number) => CanvasImageSource | undefined;

/** What a picture is drawn with, and where on the page it begins. */
export interface Brush {
  pen: CanvasRenderingContext2D;
  /** The corner of the page that is the corner of the picture. */
  origin: { x: number; y: number };
  scale: number;
  chart: ChartPainter;
  /** Where the rows of a chart stand, where they stand one below the other. */
  rows: (host: HTMLElement) => readonly ChartRow[];
  /** Says how many rows and columns of a table are not in the picture. */
  rest: (rows: number, columns: number) => string;
  /** What is not drawn, because its box would slice it. */
  left?: ReadonlySet<Element>;
}

/** Where something stands in the picture. */
export const placeOf = (box: DOMRect, { origin }: Brush) => ({
  x: box.left - origin.x,
  y: box.top - origin.y,
  w: box.width,
  h: box.height,
});
