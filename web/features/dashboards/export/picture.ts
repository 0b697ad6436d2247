import { getInstanceByDom } from "echarts/core";
import type { Brush } from "./brush.ts";
import { paint } from "./paint.ts";

/** What stands above and below a picture, so that it says what it shows when it is passed on. */
export interface PictureWords {
  title: string;
  /** Filters and day, a line each. */
  notes: readonly string[];
  /** How many rows and columns of a table are not in the picture. */
  rest: (rows: number, columns: number) => string;
}

/** Browsers draw no canvas that is longer on a side. */
const LONGEST = 16_000;
const PAD = 16;
const [TITLE, LINE] = [34, 18];

/** A chart drawn anew at the scale of the picture; undefined takes what is on screen. */
const chart: Brush["chart"] = (host, scale) =>
  getInstanceByDom(host)?.renderToCanvas({ pixelRatio: scale });

/** The rows of bars that lie, or of a heat map: the only charts that are longer than their place. */
const rows: Brush["rows"] = (host) => {
  const made = getInstanceByDom(host);
  const [axis] = [made?.getOption()["yAxis"] ?? []].flat() as { type?: string; data?: unknown[] }[];
  if (made === undefined || axis?.type !== "category") return [];
  const middles = (axis.data ?? []).map((_, at) => made.convertToPixel({ yAxisIndex: 0 }, at));
  const half = Math.abs((middles[1] ?? made.getHeight()) - (middles[0] ?? 0)) / 2;
  return middles.map((middle) => ({ top: middle - half, bottom: middle + half }));
};

/** Lines of words that are no wider than the picture. */
function wrapped(pen: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (pen.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.filter((line) => line !== "");
}

/** What a picture of an element begins with, above it, and how it is drawn. */
interface Sheet {
  /** Px above and below. */
  head: number;
  foot: number;
  ground: string;
  scale: number;
  rest: PictureWords["rest"];
  above?: (pen: CanvasRenderingContext2D, width: number) => void;
}

const sizeOf = (element: HTMLElement) =>
  [Math.max(element.clientWidth, 320), element.scrollHeight] as const;

async function drawn(element: HTMLElement, sheet: Sheet): Promise<Blob> {
  const { head, foot, rest } = sheet;
  const [width, height] = sizeOf(element);
  const tall = head + height + foot;
  const scale = Math.min(sheet.scale, LONGEST / tall, LONGEST / width);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(tall * scale);
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("no canvas");
  pen.scale(scale, scale);
  pen.fillStyle = sheet.ground;
  pen.fillRect(0, 0, width, tall);
  sheet.above?.(pen, width);
  const box = element.getBoundingClientRect();
  const origin = { x: box.left, y: box.top - element.scrollTop - head };
  const brush: Brush = { pen, origin, scale, chart, rows, rest };
  for (const child of element.children) await paint(child, brush);
  return new Promise((done, failed) => {
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no picture"))), "image/png");
  });
}

/**
 * A picture (PNG) of an element as it is on screen, in the colours of the screen, twice the size, under its title with filters and day. All
 * of what scrolls in the element itself is drawn. Error: the browser gives no canvas of that size.
 */
export async function pictureOf(element: HTMLElement, words: PictureWords): Promise<Blob> {
  await document.fonts.ready;
  const style = getComputedStyle(element);
  const font = (rule: string) => `${rule} ${style.fontFamily}`;
  const probe = document.createElement("canvas").getContext("2d");
  if (probe === null) throw new Error("no canvas");
  probe.font = font("400 12px");
  const [within] = sizeOf(element);
  const lines = words.notes.flatMap((note) => wrapped(probe, note, within - PAD * 2));
  return drawn(element, {
    head: PAD + TITLE + lines.length * LINE,
    foot: PAD,
    ground: getComputedStyle(document.body).backgroundColor,
    scale: 2,
    rest: words.rest,
    above: (pen, width) => {
      pen.fillStyle = style.color;
      pen.font = font("600 18px");
      pen.fillText(words.title, PAD, PAD + 20, width - PAD * 2);
      pen.font = font("400 12px");
      pen.globalAlpha = 0.75;
      for (const [at, line] of lines.entries())
        pen.fillText(line, PAD, PAD + TITLE + 10 + at * LINE);
      pen.globalAlpha = 1;
    },
  });
}

/** The picture of an element alone, on its own ground, without words around it. */
export async function barePicture(
  element: HTMLElement,
  rest: PictureWords["rest"],
  scale: number,
): Promise<Blob> {
  await document.fonts.ready;
  const ground = getComputedStyle(element).backgroundColor;
  return drawn(element, { head: 0, foot: 0, ground, scale, rest });
}
