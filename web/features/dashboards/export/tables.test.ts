import { read, utils } from "@e965/xlsx";
import { expect, test, vi } from "vitest";
import { sheetNames } from "#web/features/analytics/query/workbook.ts";
import { fr } from "#domain/i18n/fr/index.ts";
import { createFormat } from "#web/lib/format.ts";
import { saveCsv, saveWorkbook, type ExportSpeech, type ShownTable } from "./tables.ts";

const { saved } = vi.hoisted(() => ({ saved: [] as { name: string; content: Blob | string }[] }));
vi.mock("#web/features/analytics/download.ts", () => ({
  BOM: "",
  download: (name: string, content: Blob | string) => void saved.push({ name, content }),
}));

const speech: ExportSpeech = {
  language: "fr",
  locale: "fr-FR",
  f: createFormat("fr-FR", "Europe/Paris"),
  t: fr.analytics,
};
const table: ShownTable = {
  title: "CA / agence",
  spec: null,
  order: undefined,
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
  saveCsv(table, speech);
  expect(saved.at(-1)?.content).toBe("mois;agence;ca\r\n01/01/2026;'=1+1;12,5\r\n;Lyon;\r\n");
  expect(saved.at(-1)?.name).toMatch(/^CA {3}agence .*\.csv$/);
});

test("a workbook holds numbers as numbers, days as days and texts as texts", async () => {
  await saveWorkbook("Pilotage", [table, table], speech);
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

test("a pivot is taken out as it stands, with its totals, sorted as it was by a click and written in its format", async () => {
  const rows = [
    ["Lyon", "Études", 100.5],
    ["Lyon", "Suivi", 20],
    ["Annecy", "Études", 300],
  ];
  const pivot: ShownTable = {
    title: "Croisé",
    result: {
      columns: [
        { name: "agence", kind: "text" },
        { name: "famille", kind: "text" },
        { name: "ca", kind: "number" },
      ],
      rows,
    },
    spec: {
      type: "pivot",
      rows: ["agence"],
      columns: ["famille"],
      value: "ca",
      format: { style: "currency", decimals: 1 },
    },
    order: { by: "total", direction: "descending" },
  };
  saveCsv(pivot, speech);
  expect(saved.at(-1)?.content).toBe(
    "agence;Études;Suivi;Total\r\nAnnecy;300;;300\r\nLyon;100,5;20;120,5\r\nTotal;400,5;20;420,5\r\n",
  );
  await saveWorkbook("Pilotage", [pivot], speech);
  const { content } = saved.at(-1) ?? { content: "" };
  const book = read(await (content as Blob).arrayBuffer());
  const sheet = book.Sheets["Croisé"] ?? {};
  expect(utils.sheet_to_json(sheet, { header: 1, raw: false })).toEqual([
    ["agence", "Études", "Suivi", "Total"],
    ["Annecy", "300.0 €", undefined, "300.0 €"],
    ["Lyon", "100.5 €", "20.0 €", "120.5 €"],
    ["Total", "400.5 €", "20.0 €", "420.5 €"],
  ]);
  expect(sheet["D4"]).toMatchObject({ t: "n", v: 420.5 });
});

test("the filters stand on a sheet behind the others, under a name of its own", async () => {
  const filters = {
    title: "CA / agence",
    rows: [
      ["Filtre", "Valeur"],
      ["Agence", "=Lyon"],
    ],
  };
  await saveWorkbook("Pilotage", [table], speech, [filters]);
  const { content } = saved.at(-1) ?? { content: "" };
  const book = read(await (content as Blob).arrayBuffer());
  expect(book.SheetNames).toEqual(["CA   agence", "CA   agence 2"]);
  const sheet = book.Sheets["CA   agence 2"] ?? {};
  expect(utils.sheet_to_json(sheet)).toEqual([{ Filtre: "Agence", Valeur: "=Lyon" }]);
  expect(sheet["B2"]).toMatchObject({ t: "s" });
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
