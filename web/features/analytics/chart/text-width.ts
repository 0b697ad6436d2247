import { FONT } from "./font.ts";

const LETTER = 0.56;

/** Px that the widest of some texts takes; by the number of letters where nothing can be measured. */
export function widest(texts: readonly string[], size: number): number {
  const pen = document.createElement("canvas").getContext("2d");
  if (pen) pen.font = `${size}px ${FONT}`;
  let most = 0;
  for (const text of texts)
    most = Math.max(most, pen ? pen.measureText(text).width : text.length * size * LETTER);
  return Math.ceil(most);
}
