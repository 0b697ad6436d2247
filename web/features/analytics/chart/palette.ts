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
  accentSoft: string;
  accentInk: string;
  hover: string;
  line: string;
  surface: string;
}

const NAMES = ["c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8"];
const RAMP = ["s0", "s1", "s2", "s3", "s4", "s5", "s6"];

const known = new Map<string, Palette>();

/**
 * Resolves the tokens as they are at `element`, light or dark. OKLCH is turned into RGB: chart libraries do not know it. What ink and paper
 * are names the theme: a dashboard reads each of its colours once, not once a chart.
 */
export function readPalette(element: Element): Palette {
  const probe = document.createElement("span");
  element.append(probe);
  const tone = (token: string): string => {
    probe.style.color = `var(--color-${token})`;
    return getComputedStyle(probe).color;
  };
  const theme = `${tone("ink")} ${tone("surface")}`;
  const found = known.get(theme);
  const palette = found ?? resolved(tone);
  probe.remove();
  known.set(theme, palette);
  return palette;
}

function resolved(tone: (token: string) => string): Palette {
  const pixel = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const read = (token: string): string => {
    const color = tone(token);
    if (!pixel) return color;
    pixel.clearRect(0, 0, 1, 1);
    pixel.fillStyle = color;
    pixel.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha = 255] = pixel.getImageData(0, 0, 1, 1).data;
    return alpha === 255
      ? `rgb(${red}, ${green}, ${blue})`
      : `rgba(${red}, ${green}, ${blue}, ${(alpha / 255).toFixed(3)})`;
  };
  return {
    series: NAMES.map(read),
    ramp: RAMP.map(read),
    ink: read("ink"),
    ink2: read("ink-2"),
    ink3: read("ink-3"),
    grid: read("grid"),
    mute: read("mute"),
    accent: read("accent"),
    accentSoft: read("accent-soft"),
    accentInk: read("accent-ink"),
    hover: read("hover"),
    line: read("line-control"),
    surface: read("surface"),
  };
}
