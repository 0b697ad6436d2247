import type { Browser } from "playwright-core";
import { forked } from "../lib/child.ts";
import { difference, type Played } from "./answers.ts";
import { QUERIES } from "./queries.ts";

/** What our page did with a file. Times in milliseconds. */
export interface OursPlayed extends Played {
  bootMs: number;
  profileMs: number;
  /** The fixed part of any question. */
  smallestMs: number;
  repairs: number;
  rejected: number;
  statement: string;
}

/** Peers in the browser, by the names of their pages. */
const PEERS = ["arquero", "arqueroRows", "sqljs"] as const;
export type Peer = (typeof PEERS)[number];

/** Each engine's rounds over one file; an engine that the file was too much for has none, and its words in `gaveUp`. */
export interface Rounds {
  ours: OursPlayed[];
  native: (Played & { version: string })[];
  arquero: Played[];
  arqueroRows: Played[];
  sqljs: Played[];
  gaveUp: Partial<Record<Peer, string>>;
}

export interface File {
  path: string;
  rows: number;
  rounds: number;
  repeats: number;
}

/** Plays one file on every engine in turn: A B C, A B C. Each gets a fresh page or instance. @throws when two answers differ. */
export async function playFile(browser: Browser, url: string, file: File): Promise<Rounds> {
  const rounds: Rounds = {
    ours: [],
    native: [],
    arquero: [],
    arqueroRows: [],
    sqljs: [],
    gaveUp: {},
  };
  const names = Object.keys(QUERIES);
  for (let round = 0; round < file.rounds; round++) {
    const ours = await inPage<OursPlayed>(browser, `${url}/ours.html`, file, QUERIES);
    rounds.ours.push(ours);
    tell("ours", ours);
    const native = await inProcess(file, ours.statement);
    rounds.native.push(native);
    tell("native", native);
    for (const peer of PEERS) {
      if (rounds.gaveUp[peer] !== undefined) continue;
      try {
        const played = await inPage<Played>(browser, `${url}/${peer}.html`, file, names);
        rounds[peer].push(played);
        tell(peer, played);
      } catch (error) {
        rounds.gaveUp[peer] = (error instanceof Error ? error.message : String(error)).slice(0, 90);
      }
    }
  }
  mustAgree(rounds, file.rows);
  return rounds;
}

/** One line while a long section runs. */
const tell = (engine: string, { rows, importMs }: Played): void =>
  console.log(`${engine}: ${rows} rows imported in ${Math.round(importMs)} ms`);

async function inPage<T>(
  browser: Browser,
  url: string,
  { path, repeats }: File,
  queries: unknown,
): Promise<T> {
  const page = await browser.newPage();
  try {
    // A page whose memory ends answers nothing more.
    const crashed = new Promise<never>((_, reject) =>
      page.once("crash", () => reject(new Error("the page ran out of memory"))),
    );
    crashed.catch(() => undefined);
    await page.goto(url);
    await page.setInputFiles("input", path);
    const played = page.evaluate(
      ([asked, times]) =>
        (globalThis as unknown as { bench: { play(...args: unknown[]): unknown } }).bench.play(
          asked,
          times,
        ),
      [queries, repeats],
    );
    return (await Promise.race([played, crashed])) as T;
  } finally {
    await page.close();
  }
}

/** A process of its own for each round: memory that an engine took is given back by its end alone. */
async function inProcess({ path, repeats }: File, statement: string) {
  const child = await forked("peers/native-duckdb.mjs");
  try {
    const answer = await child.ask({ path, statement, queries: QUERIES, repeats });
    const played = answer as Rounds["native"][number] & { error?: string };
    if (played.error) throw new Error(`Native DuckDB: ${played.error}`);
    return played;
  } finally {
    await child.stop();
  }
}

/** Speeds are compared only when every engine read all the rows and gave the same answers. */
function mustAgree({ gaveUp: _gaveUp, ...rounds }: Rounds, count: number): void {
  const { ours, ...others } = rounds;
  for (const played of Object.values(rounds).flat()) {
    if (played.rows !== count) throw new Error(`${played.rows} rows were read of ${count}`);
  }
  for (const name of Object.keys(QUERIES)) {
    const mine = ours[0]?.queries[name]?.rows ?? [];
    for (const [other] of Object.values(others)) {
      if (other === undefined) continue;
      const off = difference(mine, other.queries[name]?.rows ?? []);
      if (off) throw new Error(`"${name}" was answered differently: ${off}`);
    }
  }
}
