import type { Language } from "#domain/i18n/texts.ts";
import type { ColumnKind } from "#domain/analytics/reading.ts";
import type { Format } from "#web/lib/format.ts";
import type { Dictionary } from "#web/lib/i18n.tsx";
import type { Cell } from "./engine/values.ts";

/** What a division by zero answers; the engine gives these as text. */
const ENDLESS: Readonly<Record<string, string>> = { Infinity: "∞", "-Infinity": "−∞" };

const two = (value: number): string => String(value).padStart(2, "0");

/** An instant of a file, which has no time zone: shown as it was written. */
const clock = (at: Date): string => {
  const seconds = at.getUTCSeconds() === 0 ? "" : `:${two(at.getUTCSeconds())}`;
  return `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}${seconds}`;
};

/** One cell in words of the person's locale. Whole columns of amounts keep two decimals by `digits`. */
export function cellText(
  cell: Cell,
  kind: ColumnKind,
  f: Format,
  t: Dictionary["analytics"]["preview"],
  digits?: number,
): string {
  if (cell === null) return "";
  if (typeof cell === "boolean") return cell ? t.yes : t.no;
  if (typeof cell !== "number") return kind === "number" ? (ENDLESS[cell] ?? cell) : cell;
  if (kind === "date" || kind === "timestamp") {
    const at = new Date(cell);
    const day = f.dayNumeric(at.toISOString().slice(0, 10));
    return kind === "date" ? day : `${day} ${clock(at)}`;
  }
  return f.number(cell, Number.isInteger(cell) && digits === undefined ? 0 : digits);
}

/** A day as every spreadsheet of a language reads it: 31/12/2026 in French; in English, where countries differ, 2026-12-31. */
function dayPlain(iso: string, language: Language): string {
  if (language !== "fr") return iso;
  // Years beyond four digits have a sign; no spreadsheet reads them as dates anyway.
  const [year = "", month = "", day = ""] = iso.split(/(?<=\d)-/);
  return `${day}/${month}/${year}`;
}

/** One cell for an export: plain numbers, days and instants in the one order that the language reads, without a zone. */
export function cellPlain(
  cell: Cell,
  kind: ColumnKind,
  language: Language,
): string | number | boolean | null {
  if (typeof cell !== "number" || (kind !== "date" && kind !== "timestamp")) return cell;
  const [date = "", time = ""] = new Date(cell).toISOString().split("T");
  const day = dayPlain(date, language);
  return kind === "date" ? day : `${day} ${time.slice(0, 8)}`;
}
