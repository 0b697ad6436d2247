import { placeOf, type Brush } from "./brush.ts";
import { cutChart } from "./cut-chart.ts";
import { cutTable, NOTE_PX, type Cut } from "./cut-table.ts";
import { paintBox } from "./paint-box.ts";
import { paintText } from "./paint-text.ts";

type Place = ReturnType<typeof placeOf>;

/** What is only there to be pressed, or is drawn with scripts alone, and belongs in no picture: the same that paper leaves out. */
const LEFT_OUT = ".print\\:hidden, .sr-only, script, style, template, [data-kb-top-layer]";

const clips = (style: CSSStyleDeclaration): boolean =>
  [style.overflowX, style.overflowY].some((one) => one !== "visible");

async function paintPicture(element: Element, style: CSSStyleDeclaration, brush: Brush) {
  const { x, y, w, h } = placeOf(element.getBoundingClientRect(), brush);
  if (w === 0 || h === 0) return;
  if (!(element instanceof SVGElement)) {
    brush.pen.drawImage(element as HTMLCanvasElement | HTMLImageElement, x, y, w, h);
    return;
  }
  const copy = element.cloneNode(true) as SVGElement;
  copy.setAttribute("width", String(w));
  copy.setAttribute("height", String(h));
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("color", style.color);
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode().catch(() => undefined);
  if (image.naturalWidth > 0) brush.pen.drawImage(image, x, y, w, h);
}

const chartIn = (box: Element): HTMLElement | null =>
  box.querySelector<HTMLElement>(":scope > [_echarts_instance_]");

/** Draws nothing of a box below so many px. */
function clipBelow(pen: CanvasRenderingContext2D, { x, y, w }: Place, down: number): void {
  pen.beginPath();
  pen.rect(x, y, w, down);
  pen.clip();
}

/** Px by which the line about the rest may reach below its box, into the card around it. */
const BELOW_PX = 16;

/** Below the last row: how much of the table or chart is not there. */
function paintRest({ top, rows, columns }: Omit<Cut, "left">, box: Element, brush: Brush): void {
  const { pen } = brush;
  const style = getComputedStyle(box);
  const { x, y, w, h } = placeOf(box.getBoundingClientRect(), brush);
  const down = Math.min(top - box.getBoundingClientRect().top, h + BELOW_PX - NOTE_PX + 4);
  pen.save();
  pen.font = `400 12px ${style.fontFamily}`;
  pen.fillStyle = style.color;
  pen.globalAlpha *= 0.75;
  pen.textBaseline = "middle";
  pen.letterSpacing = "0px";
  pen.fillText(brush.rest(rows, columns), x + 16, y + down + NOTE_PX / 2, w - 32);
  pen.restore();
}

/**
 * Draws an element as it stands on screen, with what it holds, on a canvas: boxes, text, pictures and charts, each cut off where the page
 * cuts it off; of a table only whole rows and cells, and below them how many are missing. The page's policy takes no style attribute, so
 * that a copy of the document in a picture is no way.
 */
export async function paint(element: Element, brush: Brush): Promise<void> {
  if (element.matches(LEFT_OUT) || brush.left?.has(element)) return;
  const style = getComputedStyle(element);
  if (style.display === "none" || style.visibility === "hidden" || style.opacity === "0") return;
  const { pen } = brush;
  if (element instanceof SVGElement || element instanceof HTMLCanvasElement) {
    await paintPicture(element, style, brush);
    return;
  }
  const box = placeOf(element.getBoundingClientRect(), brush);
  let rest: Omit<Cut, "left"> | undefined;
  pen.save();
  pen.globalAlpha *= Number(style.opacity);
  if (style.display !== "contents") paintBox(pen, box, style);
  const drawn =
    element instanceof HTMLElement && element.hasAttribute("_echarts_instance_")
      ? brush.chart(element, brush.scale)
      : undefined;
  if (drawn) pen.drawImage(drawn, box.x, box.y, box.w, box.h);
  else if (element instanceof HTMLImageElement) await paintPicture(element, style, brush);
  else {
    if (style.display !== "contents" && clips(style)) {
      pen.beginPath();
      pen.roundRect(box.x, box.y, box.w, box.h, Number.parseFloat(style.borderTopLeftRadius) || 0);
      pen.clip();
    }
    const table = clips(style) ? cutTable(element) : undefined;
    const host = clips(style) ? chartIn(element) : null;
    const cut = host ? cutChart(element, host, brush.rows(host)) : table;
    const inside = table ? { ...brush, left: table.left } : brush;
    pen.save();
    if (cut && host) clipBelow(pen, box, cut.top - element.getBoundingClientRect().top);
    for (const child of element.childNodes) {
      if (child instanceof Text) paintText(child, element, style, brush);
      else if (child instanceof Element) await paint(child, inside);
    }
    pen.restore();
    // A chart's rows leave no room: the line about the others stands in the card's own margin.
    if (cut && host) rest = cut;
    else if (cut) paintRest(cut, element, brush);
  }
  pen.restore();
  if (rest) paintRest(rest, element, brush);
}
