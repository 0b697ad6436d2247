import type { FigureFormat } from "#domain/analytics/chart/look.ts";

const SCALES = { none: ["", ""], k: [",", "k"], M: [",,", "M"] } as const;

/** A text between the quotes of a format. */
const quoted = (text: string): string => `"${text.replaceAll('"', "")}"`;

function signOf(currency: string): string {
  const parts = new Intl.NumberFormat("en", { style: "currency", currency }).formatToParts(0);
  return parts.find(({ type }) => type === "currency")?.value ?? currency;
}

/** How a spreadsheet is told to write a figure the way the screen does: groups, decimals, currency, scale and unit. */
export function numberCode(value: number, format: FigureFormat = {}): string {
  const { style = "plain", scale = "none", unit, decimals } = format;
  const usual =
    style === "currency" ? 2 : style === "percent" ? 1 : Number.isInteger(value) ? 0 : 2;
  const after = decimals ?? (scale === "none" ? usual : 1);
  const digits = after === 0 ? "" : `.${"0".repeat(after)}`;
  if (style === "percent") return `0${digits}%`;
  const [divides, sign] = SCALES[scale];
  const currency = style === "currency" ? signOf(format.currency ?? "EUR") : "";
  const words = [`${sign}${currency}`, unit ?? ""].filter((word) => word !== "");
  return `#,##0${digits}${divides}${words.map((word) => ` ${quoted(word)}`).join("")}`;
}
