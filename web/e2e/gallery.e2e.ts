import { chromium, type Browser, type Page } from "playwright-core";
import { createServer, type ViteDevServer } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findings } from "./axe.ts";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--no-first-run",
];

let server: ViteDevServer;
let browser: Browser;
let origin: string;

beforeAll(async () => {
  const root = new URL("..", import.meta.url).pathname;
  // Its own cache, so that a development server running beside it keeps its own.
  server = await createServer({
    root,
    configFile: `${root}vite.config.ts`,
    cacheDir: `${root}../node_modules/.vite-gallery`,
    server: { port: 0, strictPort: false, hmr: false, watch: null },
    logLevel: "error",
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (!address || typeof address === "string") throw new Error("The gallery has no port");
  origin = `http://127.0.0.1:${address.port}`;
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function open(query: string, width = 1440, height = 900): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: "reduce" });
  await page.goto(`${origin}/gallery.html${query}`);
  await page.getByRole("heading", { name: "DataGrid" }).waitFor();
  return page;
}

describe("the gallery", () => {
  it.each([
    ["?theme=light&lang=fr", 1440, 900],
    ["?theme=dark&lang=en", 1440, 900],
    ["?theme=light&lang=fr", 390, 844],
    ["?theme=dark&lang=fr", 390, 844],
  ])("has nothing serious for axe: %s at %d × %d", async (query, width, height) => {
    const page = await open(query, width, height);
    expect(await findings(page)).toEqual([]);
    await page.close();
  });

  it("has nothing serious for axe in menus, dialogs, panels, palette and calendar", async () => {
    const page = await open("?theme=light&lang=fr");
    const openers: [string, string][] = [
      ["Popover", "dialog"],
      ["Dialog", "dialog"],
      ["SlideOver", "dialog"],
      ["CommandPalette", "dialog"],
    ];
    for (const [name, role] of openers) {
      await page.getByRole("button", { name, exact: true }).click();
      await page
        .getByRole(role as "dialog")
        .first()
        .waitFor();
      expect({ [name]: await findings(page) }).toEqual({ [name]: [] });
      await page.keyboard.press("Escape");
      await page
        .getByRole(role as "dialog")
        .first()
        .waitFor({ state: "detached" });
    }
    await page.getByRole("button", { name: "Ouvrir le calendrier" }).first().click();
    await page.getByRole("button", { name: "mardi 24 novembre 2026" }).waitFor();
    expect({ calendar: await findings(page) }).toEqual({ calendar: [] });
    await page.close();
  });

  it("never lets a phone scroll sideways", async () => {
    const page = await open("?lang=fr", 390, 844);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
    await page.close();
  });

  it("scrolls ten thousand rows within a frame each step", async () => {
    const page = await open("?show=grids&lang=fr");
    await page.locator('[data-cell="5:3"]').waitFor();
    const devtools = await page.context().newCDPSession(page);
    // Time of the thread, not of the clock: a busy machine must not fail it.
    await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
    const spent = async () => {
      const { metrics } = await devtools.send("Performance.getMetrics");
      const parts = new Set(["ScriptDuration", "LayoutDuration", "RecalcStyleDuration"]);
      return metrics.filter((m) => parts.has(m.name)).reduce((sum, m) => sum + m.value * 1_000, 0);
    };
    const scroll = async (by: number) => {
      const before = await spent();
      await page.evaluate(async (step) => {
        const grid = document.querySelector('[role="grid"]');
        for (let n = 0; n < 120; n++) {
          if (grid) grid.scrollTop += step;
          await new Promise((next) => requestAnimationFrame(next));
        }
      }, by);
      return ((await spent()) - before) / 120;
    };
    const perFrame = [await scroll(180)];
    const last = await page
      .locator('[role="row"][aria-rowindex]')
      .last()
      .getAttribute("aria-rowindex");
    expect(Number(last)).toBeGreaterThan(500);
    // A frame at 60 Hz. Script, style and layout of five new rows: 6.5 ms on an idle two-core machine. What else runs on the
    // machine slows the thread down as well: the least of three ways is the page's own.
    perFrame.push(await scroll(-180), await scroll(180));
    expect(Math.min(...perFrame)).toBeLessThan(16.7);
    await page.close();
  });
});
