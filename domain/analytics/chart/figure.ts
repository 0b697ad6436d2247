import { typeset } from "#domain/i18n/typography.ts";
import type { FigureFormat } from "./look.ts";
import type { PointValue } from "./point.ts";

/** Writes figures of one chart for one locale. */
export interface FigureWriter {
  full: (value: number) => string;
  /** For axes and narrow places: 12 k, 3 M. */
  short: (value: number) => string;
}

const SCALES = { none: 1, k: 1e3, M: 1e6 };
type Scale = keyof typeof SCALES;

/** Figures as a spec asks for them. Percentages are written from shares: 0.12 is 12 %. */
export function figureWriter(locale: string, format: FigureFormat = {}): FigureWriter {
  const { style = "plain", decimals, scale = "none", unit } = format;
  const currency = style === "currency" ? (format.currency ?? "EUR") : null;
  const made = new Map<string, Intl.NumberFormat>();
  const writer = (options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    const key = JSON.stringify(options);
    const found = made.get(key) ?? new Intl.NumberFormat(locale, options);
    made.set(key, found);
    return found;
  };
  const after = (text: string): string => (unit === undefined ? text : `${text}\u00A0${unit}`);

  function scaled(value: number, digits: Intl.NumberFormatOptions, by: Scale = scale): string {
    const amount = value / SCALES[by];
    if (currency === null) return `${writer(digits).format(amount)}\u00A0${by}`;
    const parts = writer({ ...digits, style: "currency", currency }).formatToParts(amount);
    // The sign of thousands stands where the locale ends the number: 182 k€, €182k.
    const last = parts.findLastIndex(({ type }) => type === "integer" || type === "fraction");
    const sign = parts.findIndex(({ type }) => type === "currency");
    return parts
      .filter(({ type }, at) => !(type === "literal" && at > last && sign > last))
      .map(({ value: text, type }, at) => {
        if (sign > last) return type === "currency" ? `\u00A0${by}${text}` : text;
        return at === last ? `${text}${by}` : text;
      })
      .join("");
  }

  function write(value: number, digits: Intl.NumberFormatOptions): string {
    if (style === "percent") return writer({ ...digits, style: "percent" }).format(value);
    if (scale !== "none") return scaled(value, digits);
    return writer(currency === null ? digits : { ...digits, style: "currency", currency }).format(
      value,
    );
  }
  const digitsOf = (value: number): Intl.NumberFormatOptions => {
    if (decimals !== undefined)
      return { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    if (style === "percent" || scale !== "none")
      return { minimumFractionDigits: 0, maximumFractionDigits: 1 };
    if (currency !== null) return {};
    const fixed = Number.isInteger(value) ? 0 : 2;
    return { minimumFractionDigits: fixed, maximumFractionDigits: fixed };
  };
  return {
    full: (value) => after(typeset(write(value, digitsOf(value)))),
    short: (value) => {
      // Beside hundreds, a tenth is noise.
      const usual = Math.abs(value / SCALES[scale]) >= 100 && scale !== "none" ? 0 : 1;
      const few = { minimumFractionDigits: 0, maximumFractionDigits: decimals ?? usual };
      if (style === "percent" || scale !== "none") return typeset(write(value, few));
      if (currency !== null) {
        // As Intl writes it in French, 12 k €, no one writes it.
        const size = Math.abs(value);
        const cents = size < 100 && !Number.isInteger(value);
        if (size < 1e3) return typeset(write(value, cents ? digitsOf(value) : few));
        const tenths = { ...few, maximumFractionDigits: decimals ?? 1 };
        return typeset(scaled(value, tenths, size < 1e6 ? "k" : "M"));
      }
      return typeset(writer({ notation: "compact", maximumFractionDigits: 1 }).format(value));
    },
  };
}

/**
 * Decimals that a column of numbers needs: as many as its longest value has, at most four. Of figures that were computed, which have more,
 * and of thousands two tell enough; small ones keep theirs.
 */
export function columnDigits(cells: readonly PointValue[]): number {
  let most = 0;
  let longest = 0;
  let largest = 0;
  for (const cell of cells.slice(0, 200)) {
    if (typeof cell !== "number" || Number.isInteger(cell)) continue;
    const decimals = String(Number(cell.toPrecision(12))).split(".")[1]?.length ?? 0;
    longest = Math.max(longest, decimals);
    largest = Math.max(largest, Math.abs(cell));
    most = Math.max(most, Math.min(decimals, 4));
  }
  const few = largest >= 1_000 || (largest >= 1 && longest > 4);
  return few ? Math.min(most, 2) : most;
}
