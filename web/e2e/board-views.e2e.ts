import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findings } from "./axe.ts";
import { base, drawn, enter, launch, standing } from "./journey.ts";

const WIDE = { viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" as const };

let browser: Browser;
let claire: Page;
let karim: Page;
let address: string;

const titled = (title: string) => `[data-card]:has-text("${title}")`;

async function newBoard(page: Page, title: string): Promise<string> {
  await page.goto(`${base()}/boards`);
  await page.getByRole("button", { name: /^Tableau/ }).click();
  await page.getByRole("textbox", { name: "Nom" }).fill(title);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/boards\/brd_/);
  await page.getByRole("region", { name: /^Backlog,/ }).waitFor();
  return page.url();
}
async function write(page: Page, ...titles: string[]): Promise<void> {
  await page.keyboard.press("c");
  await page.locator("textarea:focus").waitFor();
  for (const title of titles) {
    await page.keyboard.type(title);
    await page.keyboard.press("Enter");
    // What is shown is on the device.
    await page.locator(titled(title)).waitFor();
  }
  await page.keyboard.press("Escape");
}
/** Drags with the mouse from the middle of one element to the middle of another. */
async function drag(page: Page, from: string, to: string): Promise<void> {
  await page.locator(to).first().scrollIntoViewIfNeeded();
  const a = await standing(page.locator(from).first());
  const b = await standing(page.locator(to).first());
  const end = { x: b.x + b.width / 2, y: b.y + b.height / 2 };
  await page.mouse.move(a.x + a.width / 2, a.y + a.height / 2);
  await page.mouse.down();
  await page.mouse.move(a.x + a.width / 2 + 12, a.y + a.height / 2, { steps: 3 });
  await page.mouse.move(end.x, end.y, { steps: 8 });
  await drawn(page);
  await page.mouse.up();
}
const serious = async (page: Page) => expect(await findings(page)).toEqual([]);

beforeAll(async () => {
  browser = await launch();
  claire = await enter(browser, "owner", WIDE);
  karim = await enter(browser, "member", WIDE);
  await newBoard(claire, "Autre tableau des vues");
  address = await newBoard(claire, "Essai des vues");
  await write(claire, "Relancer la mairie", "Métré des façades", "Visa charpente");
});
afterAll(() => browser.close());

it("a card dragged to a day in the calendar has that date in the other's table, and is edited there", async () => {
  await claire.goto(`${address}?view=calendar`);
  await karim.goto(`${address}?view=table`);
  const today = await claire
    .locator('[role=gridcell][aria-current="date"]')
    .getAttribute("data-day");
  await drag(claire, titled("Métré des façades"), `[role=gridcell][data-day="${today}"]`);
  const row = karim.getByRole("row").filter({ hasText: "Métré des façades" });
  await expect.poll(() => row.locator(`time[datetime="${today}"]`).count()).toBe(1);
  await serious(claire);
  await serious(karim);
  await row.getByText("Métré des façades", { exact: true }).dblclick();
  await karim.getByRole("textbox", { name: "Titre" }).fill("Métré des façades, lot 3");
  await karim.keyboard.press("Enter");
  await claire.locator(titled("Métré des façades, lot 3")).waitFor();
});

it("a card dragged to another row takes its value, and one step takes both back", async () => {
  await claire.goto(`${address}?lanes=priority`);
  await karim.goto(`${address}?lanes=priority`);
  await claire.locator(titled("Visa charpente")).waitFor();
  await serious(claire);
  const urgent = '[data-swimlane="urgent"] >> nth=1';
  await drag(claire, titled("Visa charpente"), urgent);
  const there = `[data-swimlane="urgent"] ${titled("Visa charpente")}`;
  // The board has taken it once the other sees it.
  await karim.locator(there).waitFor();
  await claire.keyboard.press("Control+z");
  await karim.locator(`[data-swimlane="none"] ${titled("Visa charpente")}`).waitFor();
  await expect.poll(() => karim.locator(there).count()).toBe(0);
});

it("a view is saved, shared, and shown by the other", async () => {
  await claire.goto(`${address}?view=table&q=mairie`);
  await claire.getByRole("button", { name: "Vues" }).click();
  await claire.getByRole("menuitem", { name: "Enregistrer comme vue…" }).click();
  await claire.getByRole("textbox", { name: "Nom de la vue" }).fill("Mairies");
  await claire.getByText("Partager avec toute l’entreprise").click();
  await serious(claire);
  await claire.getByRole("button", { name: "Enregistrer" }).click();
  await claire.getByRole("button", { name: "Mairies" }).waitFor();
  await karim.goto(address);
  await karim.getByRole("button", { name: "Vues" }).click();
  await karim.getByRole("menuitem", { name: "Mairies" }).click();
  await karim.getByText("1 sur 3 cartes").waitFor();
  await expect.poll(() => karim.url()).toContain("view=table");
});

it("a card dropped on another board's name goes there", async () => {
  await claire.goto(address);
  await claire.locator(titled("Relancer la mairie")).waitFor();
  await drag(
    claire,
    titled("Relancer la mairie"),
    '[data-drop-board][data-title="Autre tableau des vues"]',
  );
  await claire.getByText("La carte est passée dans Autre tableau des vues.").waitFor();
  await expect.poll(() => claire.locator(titled("Relancer la mairie")).count()).toBe(0);
  await claire.locator('[data-title="Autre tableau des vues"]').click();
  await claire.locator(titled("Relancer la mairie")).waitFor();
});
