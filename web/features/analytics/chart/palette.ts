/** The tokens a chart draws with, as colours that a canvas and an SVG file understand. */
export interface Palette {
  series: readonly string[];
  /** From low to high. */
  ramp: readonly string[];
  ink: string;
  ink2: string;
  ink3: string;
  grid: string;
  /** What is not chosen while something else is. */
  mute: string;
  accent: string;
  line: string;
  surface: string;
}

const NAMES = ["c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8"];
const RAMP = ["s0", "s1", "s2", "s3", "s4", "s5", "s6"];

/** Resolves the tokens as they are at `element`, light or dark. OKLCH is turned into RGB: chart libraries do not know it. */
export function readPalette(element: Element): Palette {
  const probe = document.createElement("span");
  const pixel = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  element.append(probe);
  const read = (token: string): string => {
    probe.style.color = `var(--color-${token})`;
    const color = getComputedStyle(probe).color;
    if (pixel === null) return color;
    pixel.fillStyle = color;
    pixel.fillRect(0, 0, 1, 1);
    const [red, green, blue] = pixel.getImageData(0, 0, 1, 1).data;
    return `rgb(${red}, ${green}, ${blue})`;
  };
  const palette = {
    series: NAMES.map(read),
    ramp: RAMP.map(read),
    ink: read("ink"),
    ink2: read("ink-2"),
    ink3: read("ink-3"),
    grid: read("grid"),
    mute: read("mute"),
    accent: read("accent"),
    line: read("line-control"),
    surface: read("surface"),
  };
  probe.remove();
  return palette;
}
