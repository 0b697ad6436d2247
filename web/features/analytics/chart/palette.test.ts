import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

type Three = readonly [number, number, number];

const theme = readFileSync(new URL("../../../app/theme.css", import.meta.url), "utf8");

/** Colours of the series as OKLab, light or dark. */
function series(mode: 0 | 1): Three[] {
  return [1, 2, 3, 4, 5, 6, 7, 8].map((at) => {
    const line = new RegExp(`--color-c${at}: light-dark\\((.+)\\);`).exec(theme)?.[1] ?? "";
    const [, l, c, h] = [...line.matchAll(/oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)][mode] ?? [];
    const turn = (Number(h) * Math.PI) / 180;
    return [Number(l), Number(c) * Math.cos(turn), Number(c) * Math.sin(turn)];
  });
}

/** OKLab to linear sRGB and back (Ottosson, 2020). */
function toLinear([l, a, b]: Three): Three {
  const [x, y, z] = [
    (l + 0.3963377774 * a + 0.2158037573 * b) ** 3,
    (l - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    (l - 0.0894841775 * a - 1.291485548 * b) ** 3,
  ];
  return [
    4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
    -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
    -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z,
  ];
}
function toLab([r, g, b]: Three): Three {
  const [x, y, z] = [
    Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b),
    Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b),
    Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b),
  ];
  return [
    0.2104542553 * x + 0.793617785 * y - 0.0040720468 * z,
    1.9779984951 * x - 2.428592205 * y + 0.4505937099 * z,
    0.0259040371 * x + 0.7827717662 * y - 0.808675766 * z,
  ];
}
/** How a whole lack of one kind of cone sees linear sRGB (Machado, Oliveira and Fernandes, 2009, severity 1). */
const SIGHT: Record<string, readonly Three[]> = {
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
};
const seen = (color: Three, sight: string): Three => {
  const rgb = toLinear(color);
  const rows = SIGHT[sight] ?? [];
  const [r = 0, g = 0, b = 0] = rows.map((row) =>
    Math.max(
      0,
      Math.min(
        1,
        row.reduce((sum, part, at) => sum + part * (rgb[at] ?? 0), 0),
      ),
    ),
  );
  return toLab([r, g, b]);
};
const far = (a: Three, b: Three): number => Math.hypot(...a.map((one, at) => one - (b[at] ?? 0)));

/** 0.02 is the least difference that an eye sees beside each other; marks of a chart lie apart, so theirs must be several times that. */
const LEAST = 0.08;

it.each([
  ["light", 0, "deuteranopia"],
  ["dark", 1, "deuteranopia"],
  ["light", 0, "protanopia"],
  ["dark", 1, "protanopia"],
] as const)("series are told apart by colour-blind eyes: %s (%i), %s", (_, mode, sight) => {
  const colors = series(mode).map((color) => seen(color, sight));
  const near = colors.flatMap((a, at) =>
    colors
      .slice(at + 1)
      .map((b, next) => ({ pair: `c${at + 1}–c${at + next + 2}`, far: far(a, b) })),
  );
  expect(near.filter((one) => !(one.far >= LEAST))).toEqual([]);
});
