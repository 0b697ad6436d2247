import { hasLegend } from "./legend-rule.ts";
import { FONT } from "./font.ts";
import type { Palette } from "./palette.ts";
import type { Plot } from "#domain/analytics/chart/plot.ts";
import { slotOf } from "./slots.ts";
import { widest } from "./text-width.ts";

const [LINE, SIZE, DOT, GAP] = [20, 12, 14, 14];

/** The names of series with their colours, set in lines of a width; all in px. */
export interface Key {
  height: number;
  items: readonly { x: number; y: number; name: string; color: string; edge: boolean }[];
}

/** Sets the names as the page does above a chart; none where the marks carry them. */
export function keyLines(plot: Plot, colors: Palette, width: number): Key {
  if (!hasLegend(plot)) return { height: 0, items: [] };
  let [x, y] = [0, 0];
  const items = plot.series.map(({ name }, at) => {
    const slot = slotOf(plot, at);
    const wide = DOT + widest([name], SIZE);
    if (x > 0 && x + wide > width) [x, y] = [0, y + LINE];
    const item = {
      x,
      y,
      name,
      color: colors.series[slot] ?? colors.ink3,
      edge: slot === 1 || slot === 6,
    };
    x += wide + GAP;
    return item;
  });
  return { height: y + LINE + 8, items };
}

/** Draws the names on a canvas of `ratio` times the size. */
export function drawKey(
  pen: CanvasRenderingContext2D,
  { items }: Key,
  colors: Palette,
  ratio: number,
): void {
  pen.font = `${SIZE * ratio}px ${FONT}`;
  pen.textBaseline = "middle";
  for (const { x, y, name, color, edge } of items) {
    pen.beginPath();
    pen.arc((x + 4) * ratio, (y + LINE / 2) * ratio, 4 * ratio, 0, Math.PI * 2);
    pen.fillStyle = color;
    pen.fill();
    if (edge) {
      pen.strokeStyle = colors.line;
      pen.lineWidth = ratio;
      pen.stroke();
    }
    pen.fillStyle = colors.ink2;
    pen.fillText(name, (x + DOT) * ratio, (y + LINE / 2) * ratio);
  }
}

/** The same as elements of an SVG. */
export function svgKey(
  { items }: Key,
  colors: Palette,
  from: { x: number; y: number },
  escaped: (text: string) => string,
): string {
  return items
    .map(({ x, y, name, color, edge }) => {
      const [left, middle] = [from.x + x, from.y + y + LINE / 2];
      const line = edge ? ` stroke="${colors.line}"` : "";
      return `<circle cx="${left + 4}" cy="${middle}" r="4" fill="${color}"${line}/><text x="${left + DOT}" y="${middle + 4}" font-size="${SIZE}" fill="${colors.ink2}">${escaped(name)}</text>`;
    })
    .join("\n");
}
