import type { Calendar } from "#domain/analytics/chart/calendar.ts";
import type { ChartRange } from "#domain/analytics/chart/point.ts";
import type { ChartSpec } from "#domain/analytics/chart/spec.ts";
import { keepLight } from "#web/lib/light-place.ts";
import { chartOptions } from "./chart-options.ts";
import { init } from "./echarts.ts";
import { drawKey, keyLines, svgKey } from "./key-picture.ts";
import { lineEnds } from "./line-ends.ts";
import { FONT } from "./font.ts";
import { readPalette } from "./palette.ts";
import { plotFor, wordsFor, type Reader } from "./reader.ts";
import type { Table } from "#domain/analytics/chart/plot.ts";
import type { Selection } from "./selection.ts";
import { spanOf } from "./span.ts";

/** A chart as it stands on screen: its result, its spec, and what is chosen on it. */
export interface Shown {
  table: Table;
  spec: ChartSpec;
  selected?: Selection | undefined;
  range?: ChartRange | undefined;
  calendar?: Calendar | undefined;
}

/** Where a picture stands: `element` gives its colours, light or dark; sizes in px of the page, of which the picture has `ratio` each way. */
export interface Place {
  element: Element;
  width: number;
  height: number;
  ratio?: number;
}

function still(shown: Shown, reader: Reader, place: Place, renderer: "canvas" | "svg") {
  const { element, width, height, ratio = 2 } = place;
  const colors = readPalette(element);
  const plot = plotFor(shown.table, shown.spec, reader, shown.calendar);
  const words = wordsFor(plot, reader);
  const key = keyLines(plot, colors, width);
  const size = { width, height: Math.max(40, height - key.height) };
  const chart =
    renderer === "svg"
      ? init(null, null, { renderer, ssr: true, ...size })
      : init(document.createElement("div"), null, { renderer, devicePixelRatio: ratio, ...size });
  const options = chartOptions(
    {
      plot,
      colors,
      words,
      size,
      ends: lineEnds(chart, plot),
      selected: shown.selected,
      range: spanOf(plot, shown.range),
      target: (value) => reader.t.chart.target(words.short(value)),
    },
    () => undefined,
  );
  chart.setOption({ ...options, backgroundColor: colors.surface });
  return { chart, colors, key, size };
}

/**
 * The picture of a chart as the screen has it, with the names of its series and no title: for whoever composes a larger one, such as the
 * whole dashboard. Only kinds that are drawn have one (`isPicture`); figures, tables and pivots are text of the page.
 */
export function chartPicture(shown: Shown, reader: Reader, place: Place): HTMLCanvasElement {
  const { width, height, ratio = 2 } = place;
  const { chart, colors, key } = still(shown, reader, place, "canvas");
  const drawn = chart.renderToCanvas({ pixelRatio: ratio, backgroundColor: colors.surface });
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const pen = canvas.getContext("2d");
  if (pen) {
    pen.fillStyle = colors.surface;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(drawn, 0, key.height * ratio);
    drawKey(pen, key, colors, ratio);
  }
  chart.dispose();
  return canvas;
}

/** Title above, and below where the data is from and when. */
export interface Frame {
  title: string;
  note: string;
}
const [PAD, HEAD, FOOT] = [16, 44, 28];

/** PNG of a chart in its frame, twice the size: what is passed on must say what it shows. */
export function framedPng(
  shown: Shown,
  reader: Reader,
  place: Place,
  { title, note }: Frame,
): Promise<Blob> {
  const scale = place.ratio ?? 2;
  const colors = readPalette(place.element);
  const chart = chartPicture(shown, reader, place);
  const [pad, head, foot] = [PAD * scale, HEAD * scale, FOOT * scale];
  const canvas = document.createElement("canvas");
  canvas.width = chart.width + pad * 2;
  canvas.height = chart.height + head + foot;
  const pen = canvas.getContext("2d");
  if (pen === null) return Promise.reject(new Error("no canvas"));
  pen.fillStyle = colors.surface;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(chart, pad, head);
  pen.fillStyle = colors.ink;
  pen.font = `600 ${15 * scale}px ${FONT}`;
  pen.fillText(title, pad, 28 * scale, canvas.width - pad * 2);
  pen.fillStyle = colors.ink3;
  pen.font = `${11 * scale}px ${FONT}`;
  pen.fillText(note, pad, canvas.height - 12 * scale, canvas.width - pad * 2);
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no picture"))), "image/png"),
  );
}

/** The same as paper has it: light whatever the theme, without a title, finer. Drawn at once. */
export function paperPicture(shown: Shown, reader: Reader, place: Place): HTMLCanvasElement {
  const light = document.createElement("span");
  keepLight(light);
  place.element.append(light);
  const canvas = chartPicture(shown, reader, { ...place, element: light, ratio: 3 });
  light.remove();
  return canvas;
}

/** That picture as PNG. */
export function paperPng(shown: Shown, reader: Reader, place: Place): Promise<Blob> {
  const canvas = paperPicture(shown, reader, place);
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no picture"))), "image/png"),
  );
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** SVG of a chart in its frame. */
export function framedSvg(shown: Shown, reader: Reader, place: Place, frame: Frame): Blob {
  const { chart, colors, key, size } = still(shown, reader, place, "svg");
  const inner = chart.renderToSVGString();
  chart.dispose();
  const [width, height] = [size.width + PAD * 2, HEAD + key.height + size.height + FOOT];
  const at = `x="${PAD}" y="${HEAD + key.height}"`;
  const font = escaped(FONT);
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${font}">`,
    `<title>${escaped(frame.title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${colors.surface}"/>`,
    `<text x="${PAD}" y="28" font-size="15" font-weight="600" fill="${colors.ink}">${escaped(frame.title)}</text>`,
    svgKey(key, colors, { x: PAD, y: HEAD }, escaped),
    inner.replace("<svg ", `<svg ${at} `),
    `<text x="${PAD}" y="${height - 12}" font-size="11" fill="${colors.ink3}">${escaped(frame.note)}</text>`,
    "</svg>",
  ].join("\n");
  return new Blob([text], { type: "image/svg+xml" });
}
