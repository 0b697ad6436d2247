import { expect, it } from "vitest";
import { csvDelimiter, csvText } from "#domain/analytics/export.ts";
import type { ColumnKind } from "#domain/analytics/reading.ts";
import { sniffEncoding } from "#domain/analytics/sniff/encoding.ts";
import { sniff } from "#domain/analytics/sniff/sniff.ts";
import { cellPlain } from "./cell-text.ts";
import { BOM } from "./download.ts";
import type { Cell } from "./engine/values.ts";

/** The file as the export menus write it. */
function exported(language: "fr" | "en", kinds: ColumnKind[], rows: Cell[][]): Uint8Array {
  const lines = rows.map((row) => row.map((cell, at) => cellPlain(cell, kinds[at]!, language)));
  const heads = kinds.map((kind, at) => `${kind}_${at}`);
  return new TextEncoder().encode(BOM + csvText([heads, ...lines], csvDelimiter(language)));
}

function readBack(bytes: Uint8Array) {
  const { encoding, evidence: encodingEvidence } = sniffEncoding([bytes]);
  const head = new TextDecoder().decode(bytes);
  return sniff(
    { head, more: [], tail: head, encoding, encodingEvidence },
    {},
    (position) => `c${position}`,
  );
}

/** Milliseconds of a cell read by a strptime format of two- or four-digit parts. */
function timeOf(cell: string, format: string): number {
  const found: Record<string, number> = {};
  const names = [...format.matchAll(/%(.)/g)].map(([, name]) => name ?? "");
  const pattern = format
    .replaceAll(/%Y/g, String.raw`(\d{4})`)
    .replaceAll(/%./g, String.raw`(\d\d)`);
  const parts = new RegExp(`^${pattern}$`).exec(cell) ?? [];
  for (const [at, name] of names.entries()) found[name] = Number(parts[at + 1]);
  const { Y = NaN, m = NaN, d = NaN, H = 0, M = 0, S = 0 } = found;
  return Date.UTC(Y, m - 1, d, H, M, S);
}

// Thirteen first days of months: not one of them tells day and month apart.
const MONTHS = Array.from({ length: 13 }, (_, at) => Date.UTC(2025, 10 + at, 1));

it.each(["fr", "en"] as const)(
  "what is exported in %s is read back with the same dates, and nothing is to be checked",
  (language) => {
    const kinds: ColumnKind[] = ["date", "timestamp", "number", "integer"];
    const rows = MONTHS.map((at, n) => [at, at + 9 * 3_600_000 + 5_000, n + 0.5, n]);
    const bytes = exported(language, kinds, rows);
    const { reading, evidence } = readBack(bytes);
    expect(evidence.dates.sure).toBe(true);
    expect(evidence.numbers.sure).toBe(true);
    expect(reading.columns.map(({ kind }) => kind)).toEqual(kinds);
    const lines = new TextDecoder().decode(bytes).trim().split("\r\n").slice(1);
    for (const at of [0, 1]) {
      const cells = lines.map((line) => line.split(reading.delimiter)[at] ?? "");
      const format = reading.columns[at]?.format ?? "";
      expect(cells.map((cell) => timeOf(cell, format))).toEqual(rows.map((row) => row[at]));
    }
  },
);

it("still asks about dates that read both ways in a file that no spreadsheet of such a country saved", () => {
  const bytes = new TextEncoder().encode("mois;n\r\n01/11/2025;1\r\n01/12/2025;2\r\n");
  expect(readBack(bytes).evidence.dates).toMatchObject({ code: "dates.ambiguous", sure: false });
  const us = new TextEncoder().encode(`${BOM}mois,n\r\n01/11/2025,1\r\n01/12/2025,2\r\n`);
  expect(readBack(us).evidence.dates).toMatchObject({ code: "dates.ambiguous", sure: false });
  const proved = new TextEncoder().encode(`${BOM}mois;n\r\n01/13/2025;1\r\n01/12/2025;2\r\n`);
  expect(readBack(proved)).toMatchObject({
    reading: { dates: "mdy" },
    evidence: { dates: { code: "dates.proved" } },
  });
});
