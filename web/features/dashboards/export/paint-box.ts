interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

const SIDES = ["Top", "Right", "Bottom", "Left"] as const;
const clear = (color: string): boolean => color === "transparent" || /[,/]\s*0\)$/.test(color);

/** The ground and the border of a box. Borders that are not the same on each side are drawn as lines. */
export function paintBox(
  pen: CanvasRenderingContext2D,
  box: Box,
  style: CSSStyleDeclaration,
): void {
  const { x, y, w, h } = box;
  const radius = Number.parseFloat(style.borderTopLeftRadius) || 0;
  if (!clear(style.backgroundColor)) {
    pen.fillStyle = style.backgroundColor;
    pen.beginPath();
    pen.roundRect(x, y, w, h, radius);
    pen.fill();
  }
  const borders = SIDES.map((side) => ({
    width:
      style[`border${side}Style`] === "none" ? 0 : Number.parseFloat(style[`border${side}Width`]),
    color: style[`border${side}Color`],
  }));
  const [top, right, bottom, left] = borders as [Border, Border, Border, Border];
  if (borders.every(({ width, color }) => width === top.width && color === top.color)) {
    if (top.width === 0 || clear(top.color)) return;
    const inset = top.width / 2;
    pen.strokeStyle = top.color;
    pen.lineWidth = top.width;
    pen.beginPath();
    pen.roundRect(x + inset, y + inset, w - top.width, h - top.width, Math.max(0, radius - inset));
    pen.stroke();
    return;
  }
  const lines: readonly (readonly [Border, number, number, number, number])[] = [
    [top, x, y, w, top.width],
    [right, x + w - right.width, y, right.width, h],
    [bottom, x, y + h - bottom.width, w, bottom.width],
    [left, x, y, left.width, h],
  ];
  for (const [{ width, color }, ...place] of lines) {
    if (width === 0 || clear(color)) continue;
    pen.fillStyle = color;
    pen.fillRect(...place);
  }
}

interface Border {
  width: number;
  color: string;
}
