import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { ROOT } from "#scripts/lib/paths.ts";
import { openBrowser } from "../lib/browser.ts";
import { forked, type Child } from "../lib/child.ts";
import type { Options } from "../lib/options.ts";
import { median } from "../lib/stats.ts";
import { figure, ratio, type Table } from "../lib/table.ts";
import { difference, type Played } from "./answers.ts";
import { writeSalesCsv } from "./generate.ts";
import { servePages } from "./pages.ts";
import { QUERIES } from "./queries.ts";

interface OursPlayed extends Played {
  bootMs: number;
  profileMs: number;
  /** The fixed part of any question. */
  smallestMs: number;
  repairs: number;
  rejected: number;
  statement: string;
}

interface Rounds {
  ours: OursPlayed[];
  native: (Played & { version: string })[];
  arquero: Played[];
}

const REPEATS = 5;

/** A file of a million sales: our engine in the page, native DuckDB on one thread, PapaParse + Arquero in the same browser. */
export async function csvSection(options: Options): Promise<Table[]> {
  const count = options.quick ? 100_000 : 1_000_000;
  const path = join(ROOT, `bench/data/ventes-${count / 1000}k.csv`);
  if (!existsSync(path)) await writeSalesCsv(path, count);
  const pages = await servePages();
  const native = await forked("peers/native-duckdb.mjs");
  const browser = await openBrowser();
  const rounds: Rounds = { ours: [], native: [], arquero: [] };
  try {
    for (let round = 0; round < (options.quick ? 1 : 3); round++) {
      const ours = await inPage<OursPlayed>(browser, `${pages.url}/ours.html`, path, QUERIES);
      rounds.ours.push(ours);
      rounds.native.push(await inProcess(native, path, ours.statement));
      const names = Object.keys(QUERIES);
      rounds.arquero.push(await inPage<Played>(browser, `${pages.url}/arquero.html`, path, names));
    }
  } finally {
    await browser.close();
    await native.stop();
    await pages.stop();
  }
  mustAgree(rounds, count);
  return [csvTable(rounds, count, statSync(path).size)];
}

async function inPage<T>(
  browser: Browser,
  url: string,
  path: string,
  queries: unknown,
): Promise<T> {
  const page = await browser.newPage();
  try {
    await page.goto(url);
    await page.setInputFiles("input", path);
    const played = await page.evaluate(
      ([asked, repeats]) =>
        (globalThis as unknown as { bench: { play(...args: unknown[]): unknown } }).bench.play(
          asked,
          repeats,
        ),
      [queries, REPEATS],
    );
    return played as T;
  } finally {
    await page.close();
  }
}

async function inProcess(child: Child, path: string, statement: string) {
  const answer = await child.ask({ path, statement, queries: QUERIES, repeats: REPEATS });
  const played = answer as Rounds["native"][number] & { error?: string };
  if (played.error) throw new Error(`Native DuckDB: ${played.error}`);
  return played;
}

/** Speeds are compared only when every engine read all the rows and gave the same answers. */
function mustAgree({ ours, native, arquero }: Rounds, count: number): void {
  for (const played of [...ours, ...native, ...arquero]) {
    if (played.rows !== count) throw new Error(`${played.rows} rows were read of ${count}`);
  }
  for (const name of Object.keys(QUERIES)) {
    const mine = ours[0]?.queries[name]?.rows ?? [];
    for (const other of [native[0], arquero[0]]) {
      const off = difference(mine, other?.queries[name]?.rows ?? []);
      if (off) throw new Error(`"${name}" was answered differently: ${off}`);
    }
  }
}

function csvTable(rounds: Rounds, count: number, bytes: number): Table {
  const { ours, native, arquero } = rounds;
  const line = (name: string, pick: (played: Played) => number): string[] => {
    const [a, b, c] = [ours, native, arquero].map((list) => median(list.map(pick)));
    return [
      name,
      ...[a, b, c].map((one) => figure(one ?? Number.NaN)),
      ratio(a ?? Number.NaN, b ?? Number.NaN),
      ratio(c ?? Number.NaN, a ?? Number.NaN),
    ];
  };
  const names = Object.keys(QUERIES);
  const sum = (played: Played): number =>
    names.reduce((total, name) => total + (played.queries[name]?.ms ?? Number.NaN), 0);
  const first = ours[0];
  return {
    title: `c. CSV of ${count.toLocaleString("en-US")} rows (${Math.round(bytes / 1e6)} MB), milliseconds`,
    columns: [
      "",
      "Aetheria, in the page",
      `native DuckDB ${native[0]?.version ?? ""}, 1 thread`,
      "PapaParse + Arquero, in the page",
      "ours to native",
      "Arquero to ours",
    ],
    rows: [
      line("import", (played) => played.importMs),
      ...names.map((name) => line(name, (played) => played.queries[name]?.ms ?? Number.NaN)),
      line("six queries together", sum),
    ],
    notes: [
      `Start of the engine in the page: ${figure(median(ours.map((one) => one.bootMs)))} ms; profiles of all columns: ${figure(median(ours.map((one) => one.profileMs)))} ms; the smallest question (SELECT 1, prepared, sent and closed): ${figure(median(ours.map((one) => one.smallestMs)))} ms.`,
      `Our import holds the sniffing and the search for rejected lines (${first?.rejected} here, ${first?.repairs} repairs); native DuckDB runs the import statement alone.`,
    ],
  };
}
