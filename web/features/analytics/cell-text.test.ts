import { expect, it } from "vitest";
import type { ColumnKind } from "#domain/analytics/reading.ts";
import { fr } from "#domain/i18n/fr/index.ts";
import type { Format } from "#web/lib/format.ts";
import { cellText } from "./cell-text.ts";
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
