import { FONT } from "./marks.ts";

/** A chart with its title above and its date below, on one canvas of twice the size: what is passed on must say what it shows. */
export function framed(
  chart: HTMLCanvasElement,
  words: { title: string; note: string },
  colors: { surface: string; ink: string; ink3: string },
): Promise<Blob> {
  const scale = 2;
  const [pad, head, foot] = [16 * scale, 44 * scale, 28 * scale];
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
  pen.fillText(words.title, pad, 28 * scale, canvas.width - pad * 2);
  pen.fillStyle = colors.ink3;
  pen.font = `${11 * scale}px ${FONT}`;
  pen.fillText(words.note, pad, canvas.height - 12 * scale, canvas.width - pad * 2);
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no picture"))), "image/png"),
  );
}
