import { placeOf, type Brush } from "./brush.ts";

const WORDS = /\S+/g;

/** The nearest box that ends its text with three dots, when the text is longer than the box. */
function shortened(element: Element): Element | undefined {
  for (let box: Element | null = element; box; box = box.parentElement) {
    if (getComputedStyle(box).textOverflow === "ellipsis")
      return box.scrollWidth > box.clientWidth + 1 ? box : undefined;
    if (getComputedStyle(box).display === "block") return undefined;
  }
  return undefined;
}

/** As much of a text as has room, with three dots. */
function fitted(pen: CanvasRenderingContext2D, text: string, room: number): string {
  let kept = text;
  while (kept !== "" && pen.measureText(`${kept}…`).width > room) kept = kept.slice(0, -1);
  return kept === "" ? "" : `${kept.trimEnd()}…`;
}

/** The dot or the number in front of an item of a list. */
function paintMarker(element: Element, style: CSSStyleDeclaration, { pen }: Brush, at: Spot): void {
  if (style.display !== "list-item" || style.listStyleType === "none") return;
  const place = element.parentElement ? [...element.parentElement.children].indexOf(element) : 0;
  const ordered = style.listStyleType === "decimal";
  pen.textAlign = "right";
  pen.fillText(ordered ? `${place + 1}.` : "•", at.x - 8, at.y);
  pen.textAlign = "left";
}

interface Spot {
  x: number;
  y: number;
}

/**
 * Draws a text where the page has laid it out, word for word: lines break as on screen, and figures stand where their column has them
 * although a canvas knows no tabular ones.
 */
export function paintText(
  text: Text,
  element: Element,
  style: CSSStyleDeclaration,
  brush: Brush,
): void {
  if (text.data.trim() === "") return;
  const { pen } = brush;
  pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  pen.fillStyle = style.color;
  pen.textBaseline = "alphabetic";
  pen.letterSpacing = style.letterSpacing === "normal" ? "0px" : style.letterSpacing;
  const range = document.createRange();
  const cased = (word: string) =>
    style.textTransform === "uppercase" ? word.toLocaleUpperCase() : word;
  const spot = (box: DOMRect): Spot => {
    const { x, y, h } = placeOf(box, brush);
    const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = pen.measureText("x");
    return { x, y: y + (h - up - down) / 2 + up };
  };
  const cut = shortened(element);
  if (cut) {
    range.selectNodeContents(text);
    const [line] = range.getClientRects();
    if (!line) return;
    const room = cut.getBoundingClientRect().right - line.left;
    const { x, y } = spot(line);
    pen.fillText(fitted(pen, cased(text.data.trim()), room), x, y);
    return;
  }
  const tabular = style.fontVariantNumeric.includes("tabular");
  let first = true;
  for (const word of text.data.matchAll(WORDS)) {
    range.setStart(text, word.index);
    range.setEnd(text, word.index + word[0].length);
    const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
    const [box] = boxes;
    if (!box) continue;
    const { x, y } = spot(box);
    if (first) paintMarker(element, style, brush, { x, y });
    first = false;
    if (boxes.length > 1 || (tabular && /\d/.test(word[0])))
      paintLetters(text, word.index, word[0], pen, spot);
    else pen.fillText(cased(word[0]), x, y);
  }
}

/** Each letter in the middle of its place: a word that is too long for its line goes on in the next, and figures are all as wide. */
function paintLetters(
  text: Text,
  start: number,
  word: string,
  pen: CanvasRenderingContext2D,
  spot: (box: DOMRect) => Spot,
): void {
  const range = document.createRange();
  for (let at = 0; at < word.length; at++) {
    const letter = word[at] ?? "";
    range.setStart(text, start + at);
    range.setEnd(text, start + at + 1);
    const [box] = range.getClientRects();
    if (!box) continue;
    const { x, y } = spot(box);
    pen.fillText(letter, x + (box.width - pen.measureText(letter).width) / 2, y);
  }
}
