import { loadavg } from "node:os";
import type { BrowserContext, CDPSession, Page } from "playwright-core";
import { createBoard } from "../board/boards.ts";
import { openBrowser } from "../lib/browser.ts";
import { memoryOf } from "../lib/memory.ts";
import type { Options } from "../lib/options.ts";
import { serveFolders } from "../lib/static.ts";
import { percentile } from "../lib/stats.ts";
import { figure, type Table } from "../lib/table.ts";
import type { Ours } from "../ours/organization.ts";
import { stranger } from "../page/visits.ts";
import { heapOf, sweep } from "./frames.ts";

const SIZES = [1_000, 10_000] as const;
const BRAKE = 4;
/** Milliseconds of a frame at 60 a second, and the jitter of the browser's clock. */
const LATE = 1000 / 60 + 0.5;

/** Frames while a card is dragged over boards of 1,000 and 10,000 cards, beside a page with nothing but a box. */
export async function dragSection(ours: Ours, options: Options): Promise<Table[]> {
  const browser = await openBrowser();
  const plain = await serveFolders([import.meta.dirname]);
  try {
    const context = await stranger(browser, ours, true);
    const load = loadavg()[0] ?? 0;
    const rows: string[][] = [];
    const sizes: string[][] = [];
    const box = await openPage(context, `${plain.url}/box.html`);
    rows.push(await measured(box, "empty page, one box follows the pointer", options));
    for (const cards of options.quick ? SIZES.slice(0, 1) : SIZES) {
      await ours.token();
      const board = await createBoard(ours, `Mesure ${cards}`, cards);
      const before = memoryOf(ours.pid).pss;
      const page = await openPage(context, `${ours.url}/boards/${board.id}`);
      await page.page.locator("[data-card]").first().waitFor();
      await page.page.waitForTimeout(1_500);
      const held = await heapOf(page.dev);
      sizes.push([String(cards), figure(held), figure(memoryOf(ours.pid).pss - before)]);
      rows.push(await measured(page, `${cards} cards, nothing held`, options));
      await lift(page.page);
      rows.push(await measured(page, `${cards} cards, one dragged`, options));
      await page.page.mouse.up();
      await page.page.close();
    }
    return [
      {
        title: `f. A card dragged for ${seconds(options)} s, processor held back ${BRAKE} times, milliseconds`,
        columns: [
          "",
          "frame p50",
          "frame p95",
          "frames late",
          "main thread a frame",
          "of it script",
        ],
        rows,
        notes: [
          `Load when it began: ${load.toFixed(1)}. 100 pointer moves a second along an eight over 840 × 480 pixels. A frame is late when it comes more than 16.7 ms (and the clock's jitter of 0.5) after the one before. The main thread's figure is its processor time, as held back.`,
        ],
      },
      {
        title: "f2. Memory of an open board, MB",
        columns: ["cards", "page's scripts", "server, more than before"],
        rows: sizes,
        notes: [
          "The page's: what its scripts hold after collecting garbage. The server's: workerd and Node, once the board's object has sent it whole.",
        ],
      },
    ];
  } finally {
    await browser.close();
    await plain.stop();
  }
}

interface Opened {
  page: Page;
  dev: CDPSession;
}

const seconds = (options: Options) => (options.quick ? 1 : 5);

async function openPage(context: BrowserContext, url: string): Promise<Opened> {
  const page = await context.newPage();
  const dev = await context.newCDPSession(page);
  await dev.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.goto(url);
  return { page, dev };
}

/** Takes the first card under the pointer and leads it to the middle of the screen. */
async function lift(page: Page): Promise<void> {
  const box = await page.locator("[data-card]").first().boundingBox();
  if (!box) throw new Error("No card is drawn");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(720, 450, { steps: 12 });
  await page.locator("[data-slot]").first().waitFor();
}

async function measured({ page, dev }: Opened, name: string, options: Options): Promise<string[]> {
  await page.bringToFront();
  await dev.send("Emulation.setCPUThrottlingRate", { rate: BRAKE });
  const { intervals, thread, script } = await sweep(page, dev, seconds(options));
  await dev.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  const late = intervals.filter((ms) => ms > LATE).length / Math.max(1, intervals.length);
  const frames = [percentile(intervals, 50), percentile(intervals, 95)].map(figure);
  return [name, ...frames, `${figure(100 * late)} %`, figure(thread), figure(script)];
}
