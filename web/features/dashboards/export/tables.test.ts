import { read, utils } from "@e965/xlsx";
import { expect, test, vi } from "vitest";
import { sheetNames } from "#web/features/analytics/query/workbook.ts";
import { saveCsv, saveWorkbook, type ShownTable } from "./tables.ts";

const { saved } = vi.hoisted(() => ({ saved: [] as { name: string; content: Blob | string }[] }));
vi.mock("#web/features/analytics/download.ts", () => ({
  BOM: "",
  download: (name: string, content: Blob | string) => void saved.push({ name, content }),
}));

const table: ShownTable = {
  title: "CA / agence",
  result: {
    columns: [
      { name: "mois", kind: "date" },
      { name: "agence", kind: "text" },
      { name: "ca", kind: "number" },
    ],
    rows: [
      [Date.UTC(2026, 0, 1), "=1+1", 12.5],
      [null, "Lyon", null],
    ],
  },
};

test("a CSV holds what is shown, and no formula", () => {
  saveCsv(table, "fr");
  expect(saved.at(-1)?.content).toBe("mois;agence;ca\r\n01/01/2026;'=1+1;12,5\r\n;Lyon;\r\n");
  expect(saved.at(-1)?.name).toMatch(/^CA {3}agence .*\.csv$/);
});

test("a workbook holds numbers as numbers, days as days and texts as texts", async () => {
  await saveWorkbook("Pilotage", [table, table]);
  const { name, content } = saved.at(-1) ?? { name: "", content: "" };
  expect(name).toMatch(/^Pilotage .*\.xlsx$/);
  const book = read(await (content as Blob).arrayBuffer(), { cellDates: true, UTC: true });
  expect(book.SheetNames).toEqual(["CA   agence", "CA   agence 2"]);
  const rows = utils.sheet_to_json<unknown[]>(book.Sheets["CA   agence"] ?? {}, {
    header: 1,
    UTC: true,
  });
  expect(rows[1]?.slice(1)).toEqual(["=1+1", 12.5]);
  expect(rows[1]?.[0]).toEqual(new Date("2026-01-01T00:00:00.000Z"));
  expect(book.Sheets["CA   agence"]?.["B2"]).toMatchObject({ t: "s" });
});

test("sheets have names that spreadsheets take, each once", () => {
  expect(sheetNames(["a/b", "A b", "x".repeat(40), "", "'"])).toEqual([
    "a b",
    "A b 2",
    "x".repeat(31),
    "–",
    "’",
  ]);
});
