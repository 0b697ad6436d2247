import { expect, it } from "vitest";
import { beside } from "./beside.ts";

const screen = { width: 1440, height: 900 };
const card = (left: number, right: number, top: number, bottom: number) => ({
  left,
  right,
  top,
  bottom,
});

it.each([
  ["to the right where there is room", card(40, 860, 100, 600), "right-start"],
  ["below a low card", card(577, 1425, 153, 405), "bottom-end"],
  ["to the left of a tall card in the right half", card(597, 1285, 205, 606), "left-start"],
  ["at its button where no side has room", card(220, 1425, 100, 800), null],
  ["at its button when the card has been scrolled away", card(40, 860, -500, -10), null],
] as const)("the settings open %s", (_, at, side) => {
  expect(beside(at, screen)).toBe(side);
});
