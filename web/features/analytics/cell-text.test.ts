import { expect, it } from "vitest";
import type { ColumnKind } from "#domain/analytics/reading.ts";
import { fr } from "#domain/i18n/fr/index.ts";
import type { Format } from "#web/lib/format.ts";
import { cellPlain, cellText } from "./cell-text.ts";
import type { Cell } from "./engine/values.ts";

const f = {
  number: (value: number) => String(value),
  dayNumeric: (day: string) => day,
} as unknown as Format;

it.each<[Cell, ColumnKind, string]>([
  [null, "number", ""],
  [true, "boolean", "oui"],
  ["Infinity", "number", "∞"],
  ["-Infinity", "number", "−∞"],
  ["Infinity", "text", "Infinity"],
  ["9223372036854775807", "integer", "9223372036854775807"],
  [Date.UTC(2026, 0, 2, 9, 5), "timestamp", "2026-01-02 09:05"],
  [Date.UTC(2026, 0, 2, 9, 5, 7), "timestamp", "2026-01-02 09:05:07"],
])("%j as %s reads %s", (cell, kind, text) => {
  expect(cellText(cell, kind, f, fr.analytics.preview)).toBe(text);
});

it.each<[Cell, ColumnKind, "fr" | "en", Cell]>([
  [Date.UTC(2026, 11, 31), "date", "fr", "31/12/2026"],
  [Date.UTC(2026, 11, 31), "date", "en", "2026-12-31"],
  [Date.UTC(2026, 0, 2, 9, 5, 7), "timestamp", "fr", "02/01/2026 09:05:07"],
  [Date.UTC(2026, 0, 2, 9, 5, 7), "timestamp", "en", "2026-01-02 09:05:07"],
  [1.5, "number", "fr", 1.5],
  [null, "date", "fr", null],
])("%j as %s is exported in %s as %j", (cell, kind, language, plain) => {
  expect(cellPlain(cell, kind, language)).toBe(plain);
});
