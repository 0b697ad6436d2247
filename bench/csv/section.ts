import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "#scripts/lib/paths.ts";
import { openBrowser } from "../lib/browser.ts";
import type { Goal } from "../lib/goals.ts";
import type { Options } from "../lib/options.ts";
import { median } from "../lib/stats.ts";
import { figure, ratio, type Table } from "../lib/table.ts";
import type { Played } from "./answers.ts";
import { writeSalesCsv } from "./generate.ts";
import { servePages } from "./pages.ts";
import { playFile, type Rounds } from "./play.ts";
import { QUERIES } from "./queries.ts";

/** Rows of a section's file, and how often it is played: a large one takes minutes and drowns the noise by itself. */
const FILES = {
  c: { rows: 1_000_000, rounds: 2, repeats: 5 },
  g: { rows: 5_000_000, rounds: 1, repeats: 3 },
} as const;

/** Where the sales file of so many rows lies; made when it is not there. */
export async function salesFile(rows: number): Promise<string> {
  const path = join(ROOT, `bench/data/ventes-${rows / 1000}k.csv`);
  if (!existsSync(path)) await writeSalesCsv(path, rows);
  return path;
}

/** A file of sales: our engine in the page, native DuckDB on one thread, PapaParse + Arquero and sql.js in the same browser. */
export async function csvSection(name: "c" | "g", options: Options): Promise<Table[]> {
  const file = options.quick ? { rows: 100_000, rounds: 1, repeats: 3 } : FILES[name];
  const path = await salesFile(file.rows);
  const pages = await servePages();
  const browser = await openBrowser();
  try {
    const rounds = await playFile(browser, pages.url, { ...file, path });
    const table = csvTable(name, rounds, file.rows, statSync(path).size);
    return [options.quick ? table : { ...table, goals: goalsOf(rounds, file.rows) }];
  } finally {
    await browser.close();
    await pages.stop();
  }
}

const names = Object.keys(QUERIES);
const sum = (played: Played): number =>
  names.reduce((total, one) => total + (played.queries[one]?.ms ?? Number.NaN), 0);

/** Import and the six queries, at most twice the time of native DuckDB and a third of that of PapaParse + Arquero. */
function goalsOf({ ours, native, arquero }: Rounds, count: number): Goal[] {
  const parts = { import: (played: Played) => played.importMs, queries: sum };
  return Object.entries(parts).flatMap(([part, pick]): Goal[] => {
    const [a, b, c] = [ours, native, arquero].map((list) => median(list.map(pick)));
    const what = `${part} of ${count / 1e6}M rows to`;
    const [mine = Number.NaN, theirs = Number.NaN, rival = Number.NaN] = [a, b, c];
    return [
      { what: `${what} native`, measured: mine / theirs, goal: 2, unit: "×", bound: "most" },
      { what: `${what} Arquero`, measured: rival / mine, goal: 3, unit: "×", bound: "least" },
    ];
  });
}

function csvTable(name: string, rounds: Rounds, count: number, bytes: number): Table {
  const { ours, native, arquero, arqueroRows, sqljs, gaveUp } = rounds;
  const line = (what: string, pick: (played: Played) => number): string[] => {
    const [a = Number.NaN, b = Number.NaN, ...peers] = [
      ours,
      native,
      arquero,
      arqueroRows,
      sqljs,
    ].map((list) => median(list.map(pick)));
    return [
      what,
      ...[a, b, ...peers].map(figure),
      ratio(a, b),
      ...peers.map((one) => ratio(one, a)),
    ];
  };
  const first = ours[0];
  return {
    title: `${name}. CSV of ${count.toLocaleString("en-US")} rows (${Math.round(bytes / 1e6)} MB), milliseconds`,
    columns: [
      "",
      "Aetheria, in the page",
      `native DuckDB ${native[0]?.version ?? ""}, 1 thread`,
      "PapaParse + Arquero, in the page",
      "… by rows of objects",
      "PapaParse + sql.js, in the page",
      "ours to native",
      "Arquero to ours",
      "… by rows",
      "sql.js to ours",
    ],
    rows: [
      line("import", (played) => played.importMs),
      ...names.map((one) => line(one, (played) => played.queries[one]?.ms ?? Number.NaN)),
      line("six queries together", sum),
    ],
    notes: [
      `Start of the engine in the page: ${figure(median(ours.map((one) => one.bootMs)))} ms; profiles of all columns: ${figure(median(ours.map((one) => one.profileMs)))} ms; the smallest question (SELECT 1, prepared, sent and closed): ${figure(median(ours.map((one) => one.smallestMs)))} ms.`,
      `Our import holds the sniffing and the search for rejected lines (${first?.rejected} here, ${first?.repairs} repairs); native DuckDB runs the import statement alone.`,
      ...Object.entries(gaveUp).map(([peer, words]) => `${peer} did not come to an end: ${words}.`),
    ],
  };
}
