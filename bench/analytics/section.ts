import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { writeSalesCsv } from "../csv/generate.ts";
import { salesFile } from "../csv/section.ts";
import { openBrowser } from "../lib/browser.ts";
import type { Goal } from "../lib/goals.ts";
import type { Options } from "../lib/options.ts";
import { median } from "../lib/stats.ts";
import { figure, type Table } from "../lib/table.ts";
import type { Ours } from "../ours/organization.ts";
import { stranger } from "../page/visits.ts";
import { makeDashboard, WIDGETS } from "./dashboard.ts";
import { afterClick, allWidgets, chartShown, readToEnd, rowsShown } from "./moments.ts";

const SMALL = 1_000;
/** The most milliseconds that the median may take. */
const GOALS: Record<string, number> = {
  "dropped until profile and first chart": 2_000,
  "first answer after a navigation, engine kept": 1_000,
  "dashboard, tables in the engine": 500,
  "dashboard, opened again": 500,
};

/** A file dropped, the first question after a navigation, and a dashboard of twelve widgets, in the built page. */
export async function analyticsSection(ours: Ours, options: Options): Promise<Table[]> {
  const rounds = options.quick ? 1 : 3;
  const large = options.quick ? 100_000 : 1_000_000;
  const times: Record<string, number[]> = {};
  const note = (what: string, ms: number) => {
    (times[what] ??= []).push(ms);
    console.log(`${what}: ${Math.round(ms)} ms`);
  };
  const folder = mkdtempSync(join(tmpdir(), "aetheria-bench-small-"));
  const small = join(folder, "petit.csv");
  await writeSalesCsv(small, SMALL);
  const path = await salesFile(large);
  const browser = await openBrowser();
  try {
    for (let round = 0; round < rounds; round++) {
      const context = await stranger(browser, ours, true);
      await dropped(context, ours, path, large, note);
      await questions(context, ours, small, note);
      await dashboard(context, ours, path, large, note);
      await context.close();
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
  const row = (what: string): string[] => {
    const list = times[what] ?? [];
    const goal = GOALS[what];
    return [what, figure(median(list)), figure(Math.max(...list)), goal ? String(goal) : "–"];
  };
  const goals = Object.entries(GOALS).map(([what, goal]): Goal => {
    return { what, measured: median(times[what] ?? []), goal, unit: " ms", bound: "most" };
  });
  return [
    {
      title: `i. Analytics in the app, milliseconds`,
      columns: ["", "median", "worst", "goal"],
      rows: Object.keys(times).map(row),
      goals: options.quick ? [] : goals,
      notes: [
        `Dropped: ${large.toLocaleString("en-US")} rows, in an empty browser whose engine has started on the page before; whoever looks at the preview goes on at once. First answer: a kept file of ${SMALL.toLocaleString("en-US")} rows by its address, until its first chart is drawn. Dashboard: ${WIDGETS.length} widgets over the large file, opened from its workspace, until the last one has its answer and two frames have passed.`,
        `${rounds} rounds.`,
      ],
    },
  ];
}

type Note = (what: string, ms: number) => void;

async function dropped(
  context: BrowserContext,
  ours: Ours,
  path: string,
  rows: number,
  note: Note,
): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${ours.url}/analytics`);
  // Whoever drops a file has looked at the page that takes it.
  await page.waitForFunction(() => performance.now() > 4_000);
  await page.getByTestId("csv-file").first().setInputFiles(path);
  const seen = await rowsShown(page);
  const read = await readToEnd(page, rows);
  const drawn = await chartShown(page);
  const from = await page.evaluate(
    () => (globalThis as unknown as { changedAt: number }).changedAt,
  );
  note("dropped until first rows", seen - from);
  note("dropped until read", read - from);
  note("dropped until profile and first chart", drawn - from);
  await page.close();
}

async function questions(
  context: BrowserContext,
  ours: Ours,
  path: string,
  note: Note,
): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${ours.url}/analytics`);
  await page.getByTestId("csv-file").first().setInputFiles(path);
  await readToEnd(page, SMALL);
  await chartShown(page);
  const address = page.url();
  const open = async (what: string): Promise<void> => {
    await page.goto("about:blank");
    await page.goto(address, { waitUntil: "commit" });
    note(what, await chartShown(page));
  };
  await forget(page);
  await open("first answer after a navigation, nothing kept");
  await open("first answer after a navigation, engine kept");
  await page.close();
}

/** Leaves the file on the device, but nothing of the page and of the engine. */
async function forget(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const scope = globalThis as unknown as {
      caches: { keys(): Promise<string[]>; delete(name: string): Promise<boolean> };
      navigator: {
        serviceWorker: { getRegistrations(): Promise<{ unregister(): Promise<boolean> }[]> };
      };
    };
    for (const name of await scope.caches.keys()) await scope.caches.delete(name);
    for (const one of await scope.navigator.serviceWorker.getRegistrations())
      await one.unregister();
  });
  const dev = await page.context().newCDPSession(page);
  await dev.send("Network.clearBrowserCache");
  await dev.detach();
}

async function dashboard(
  context: BrowserContext,
  ours: Ours,
  path: string,
  rows: number,
  note: Note,
): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${ours.url}/analytics`);
  await page.getByRole("button", { name: "Espace" }).first().click();
  await page.getByRole("dialog").getByTestId("csv-file").setInputFiles(path);
  await readToEnd(page, rows);
  await page.waitForURL(/\/w\/wsp_\w+\?source=src_/);
  const workspace = new URL(page.url()).pathname;
  const table = `ventes_${rows / 1000}k`;
  const { id, title } = await makeDashboard(ours, workspace.split("/").at(-1) ?? "", table);
  const link = `a[href="${workspace}/d/${id}"]`;
  for (const what of ["dashboard, tables in the engine", "dashboard, opened again"]) {
    await page.locator(link).first().waitFor();
    await page.locator(link).first().click();
    note(what, (await allWidgets(page, WIDGETS.length)) - (await afterClick(page)));
    await page.getByRole("heading", { name: title }).first().waitFor({ state: "attached" });
    await page.goBack();
  }
  await page.close();
}
