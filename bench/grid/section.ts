import { join } from "node:path";
import { loadavg } from "node:os";
import type { Page } from "playwright-core";
import { seededRandom } from "../csv/rows.ts";
import { openBrowser } from "../lib/browser.ts";
import type { Options } from "../lib/options.ts";
import { serveFolders } from "../lib/static.ts";
import { percentile } from "../lib/stats.ts";
import { figure, type Table } from "../lib/table.ts";
import { clientInput } from "../ours/clients.ts";
import type { Ours } from "../ours/organization.ts";
import { stranger } from "../page/visits.ts";
import { fling } from "./frames.ts";

/** Milliseconds of a frame at 60 a second; a bit of tolerance, since the browser's clock jitters. */
const FRAME = 1000 / 60;
const LATE = FRAME + 0.5;

/** Pixels a frame. A row has 36. */
const SPEEDS = [
  ["ordinary", 60],
  ["fast", 200],
  ["very fast", 600],
] as const;

/** Frames while a list of ten thousand clients is scrolled, beside a page of plain rows. */
export async function gridSection(ours: Ours, options: Options): Promise<Table[]> {
  const count = options.quick ? 1_000 : 10_000;
  await fill(ours, count);
  const browser = await openBrowser();
  const plain = await serveFolders([join(import.meta.dirname)]);
  try {
    const context = await stranger(browser, ours, true);
    const clients = await context.newPage();
    await clients.goto(`${ours.url}/clients`);
    await loadAll(clients, count);
    const bare = await context.newPage();
    await bare.goto(`${plain.url}/plain.html`);
    const pages = [
      ["clients", clients],
      ["plain rows", bare],
    ] as const;
    const load = loadavg()[0] ?? 0;
    const rows: string[][] = [];
    for (const [name, speed] of SPEEDS) {
      for (const [of, page] of pages)
        rows.push(await measured(page, `${of}, ${name}`, speed, options));
    }
    return [
      {
        title: `e. Scrolling ${count} clients by wheel, milliseconds`,
        columns: [
          "",
          "px a frame",
          "frame p50",
          "frame p95",
          "frames late",
          "main thread a frame",
          "of it script",
        ],
        rows,
        notes: [
          `Load when scrolling began: ${load.toFixed(1)}. A frame is late when it comes more than 16.7 ms (and the clock's jitter of 0.5) after the one before. The main thread's figure is its processor time.`,
          "Plain rows: the same window over 10,000 rows of one text each, without a framework: what browser and machine take by themselves. All clients were read before scrolling.",
        ],
      },
    ];
  } finally {
    await browser.close();
    await plain.stop();
  }
}

/** Creates clients through the API until there are `count`, twelve at a time. */
async function fill(ours: Ours, count: number): Promise<void> {
  const random = seededRandom(7);
  await ours.token();
  const page = await ours.must<{ totals: { all: number } }>("get /clients?limit=1");
  let next = page.totals.all;
  const one = async (): Promise<void> => {
    while (next < count) await ours.must("post /clients", clientInput(next++, random));
  };
  await Promise.all(Array.from({ length: 12 }, one));
}

/** Goes to the end of the list until every client has been read. */
async function loadAll(page: Page, count: number): Promise<void> {
  await page.getByRole("grid").getByRole("row").nth(5).waitFor();
  await page.waitForFunction(
    (wanted) => {
      const { document } = globalThis as unknown as {
        document: { querySelector(selector: string): { scrollTop: number; scrollHeight: number } };
      };
      const grid = document.querySelector("[role=grid]");
      grid.scrollTop = grid.scrollHeight;
      return grid.scrollHeight >= wanted * 36;
    },
    count,
    { polling: 100, timeout: 120_000 },
  );
}

async function measured(
  page: Page,
  name: string,
  speed: number,
  options: Options,
): Promise<string[]> {
  await page.bringToFront();
  const { intervals, thread, script, moved } = await fling(page, speed, options.quick ? 1 : 5);
  if (moved < speed * 30) throw new Error(`${name}: the list moved ${moved} px only`);
  const late = intervals.filter((ms) => ms > LATE).length / intervals.length;
  return [
    name,
    String(speed),
    figure(percentile(intervals, 50)),
    figure(percentile(intervals, 95)),
    `${figure(100 * late)} %`,
    figure(thread),
    figure(script),
  ];
}
