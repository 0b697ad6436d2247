import { utils, write } from "@e965/xlsx";
import { parquetWriteBuffer } from "hyparquet-writer";

/** A file as the browser's picker takes it. */
export interface PickedFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const text = (name: string, content: string): PickedFile => ({
  name,
  mimeType: "text/plain",
  buffer: Buffer.from(content),
});

const MONTHS = ["janvier", "février", "mars"];
const sales = MONTHS.map((month, at) => [month, at % 2 ? "Annecy" : "Lyon", (at + 1) * 1_000.5]);

/** Two sheets; the first one's rows end in their total, 6 003. */
function workbook(): PickedFile {
  const book = utils.book_new();
  const rows = [["mois", "agence", "montant"], ...sales, ["Total", null, 6_003]];
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), "Ventes");
  const budget = [["mois", "budget"], ...MONTHS.map((month) => [month, 900])];
  utils.book_append_sheet(book, utils.aoa_to_sheet(budget), "Budget");
  const bytes = write(book, { type: "buffer", bookType: "xlsx" }) as Buffer;
  return { name: "pilotage.xlsx", mimeType: "application/octet-stream", buffer: bytes };
}

function parquet(): PickedFile {
  const bytes = parquetWriteBuffer({
    codec: "SNAPPY",
    columnData: [
      { name: "client", data: ["C1", "C2", "C3"], type: "STRING" },
      { name: "montant", data: [10.5, 20.25, -0.5], type: "DOUBLE" },
    ],
  });
  const mimeType = "application/octet-stream";
  return { name: "factures.parquet", mimeType, buffer: Buffer.from(bytes) };
}

const line = (client: string, montant: number) => JSON.stringify({ client, montant });

/** A month of sales of an agency; its figures stand in cells that say more than the figure. */
const month = (name: string, first: number, count: number): PickedFile =>
  text(
    `ventes ${name}.csv`,
    [
      "ville;montant;ref",
      ...Array.from({ length: count }, (_, at) => `Lyon;${first + at},50;R${at}`),
    ].join("\n"),
  );

/** One small file of each format, with figures that one can add up by heart. */
export const FORMAT_FILES = {
  workbook: workbook(),
  parquet: parquet(),
  lines: text("achats.ndjson", [line("C1", 1.5), line("C2", 2.5), line("C3", 3.25)].join("\n")),
  json: text("stock.json", `{"releve":"2026","lignes":[${line("C1", 4)},${line("C4", 6.25)}]}`),
  /** Another file for sales: without their column of figures. */
  bare: text("ventes 2027.csv", "client;ville\nC1;Lyon\nC9;Nice\n"),
  months: [month("janvier", 10, 3), month("février", 20, 2)],
  april: month("avril", 100, 4),
  /** The same sales with another column, without their references. */
  later: text("ventes mai.csv", "ville;montant;canal\nLyon;7,25;Web\nAnnecy;2,75;Agence\n"),
  pasted: "client\tmontant\r\nC1\t7,5\r\nC2\t2,75\r\n",
};
