import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findings } from "./axe.ts";
import { base, enter, launch } from "./journey.ts";

const WIDE = { viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" as const };

let browser: Browser;
let claire: Page;
let karim: Page;

const card = (page: Page, title: string) => page.locator("[data-card]").filter({ hasText: title });
const lines = (page: Page) => page.locator("textarea[data-line]");
const texts = (page: Page) =>
  lines(page).evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value));

async function add(page: Page, title: string): Promise<void> {
  await page.keyboard.type(title);
  await page.keyboard.press("Enter");
}

beforeAll(async () => {
  browser = await launch();
  claire = await enter(browser, "owner", WIDE);
  karim = await enter(browser, "member", WIDE);
  await claire.goto(`${base()}/boards`);
  await claire.getByRole("button", { name: /^Tableau/ }).click();
  await claire.getByRole("textbox", { name: "Nom" }).fill("Essai des cartes");
  await claire.keyboard.press("Enter");
  await claire.waitForURL(/\/boards\/brd_/);
  await claire.locator("[data-column]").first().waitFor();
  await claire.keyboard.press("c");
  await claire.locator("textarea:focus").waitFor();
  for (const title of ["Note de calcul", "Plans EXE"]) await add(claire, title);
  await claire.keyboard.press("Escape");
  await card(claire, "Plans EXE").waitFor();
  await karim.goto(claire.url());
  await card(karim, "Plans EXE").waitFor();
});
afterAll(() => browser.close());

describe("cards of a board", () => {
  it("have checklists that are written and ordered without a pointer; two people tick at once", async () => {
    await card(claire, "Note de calcul").focus();
    await claire.keyboard.press("Enter");
    await claire.getByRole("button", { name: "Ajouter une liste de contrôle" }).press("Enter");
    await claire.locator("textarea:focus").waitFor();
    for (const line of ["Relire", "Envoyer", "Classer"]) await add(claire, line);
    await claire.keyboard.press("Enter");
    await expect.poll(() => texts(claire)).toEqual(["Relire", "Envoyer", "Classer"]);
    await lines(claire).first().press("Alt+ArrowDown");
    await expect.poll(() => texts(claire)).toEqual(["Envoyer", "Relire", "Classer"]);
    await karim.goto(claire.url());
    await expect.poll(() => texts(karim)).toEqual(["Envoyer", "Relire", "Classer"]);
    await Promise.all([
      claire.getByRole("checkbox", { name: "Cocher Relire" }).press("Space"),
      karim.getByRole("checkbox", { name: "Cocher Classer" }).press("Space"),
    ]);
    for (const page of [claire, karim]) {
      await page.getByText("2 sur 3", { exact: true }).waitFor();
      expect(await findings(page)).toEqual([]);
    }
  });

  it("leave the board for its archive by a key, are found there and come back", async () => {
    for (const page of [claire, karim]) {
      await page.keyboard.press("Escape");
      await page.goto(page.url().split("?")[0] ?? "");
      await card(page, "Plans EXE").waitFor();
    }
    await card(claire, "Plans EXE").focus();
    await claire.keyboard.press("e");
    await card(karim, "Plans EXE").waitFor({ state: "detached" });
    // Opened anew, the page holds nothing of the archive: it comes from the server.
    await karim.goto(`${karim.url()}?archive=1`);
    await karim.getByRole("searchbox", { name: "Chercher dans les archives" }).fill("plans");
    const back = karim.getByRole("button", { name: "Remettre au tableau: Plans EXE" });
    await back.waitFor();
    expect(await findings(karim)).toEqual([]);
    await back.click();
    await card(claire, "Plans EXE").waitFor();
  });

  it("wear their tags in the colours that the board gives them, in every browser", async () => {
    await claire.keyboard.press("Escape");
    await card(claire, "Note de calcul").focus();
    await claire.keyboard.press("l");
    await claire.getByRole("combobox").fill("Structure");
    await claire.keyboard.press("Enter");
    await claire.keyboard.press("Escape");
    await card(claire, "Note de calcul").getByText("Structure").waitFor();
    await claire.goto(`${claire.url()}?tags=1`);
    const colors = claire.getByRole("radiogroup", { name: "Couleur de Structure" });
    await colors.getByRole("radio", { name: "Prune" }).click();
    expect(await findings(claire)).toEqual([]);
    await card(karim, "Note de calcul").locator(".bg-c5").waitFor();
  });
});
