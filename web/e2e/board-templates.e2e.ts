import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findings } from "./axe.ts";
import { base, enter, launch } from "./journey.ts";

const WIDE = { viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" as const };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

let browser: Browser;
let claire: Page;
let karim: Page;

const card = (page: Page, title: string) => page.locator("[data-card]").filter({ hasText: title });
const composer = (page: Page) => page.getByRole("textbox", { name: "Titre de la carte" });

beforeAll(async () => {
  browser = await launch();
  claire = await enter(browser, "owner", WIDE);
  karim = await enter(browser, "member", { ...PHONE, reducedMotion: "reduce" });
  await claire.goto(`${base()}/boards`);
  await claire.getByRole("button", { name: /^Tableau/ }).click();
  await claire.getByRole("textbox", { name: "Nom" }).fill("Essai des modèles");
  await claire.keyboard.press("Enter");
  await claire.waitForURL(/\/boards\/brd_/);
  await claire.locator("[data-column]").first().waitFor();
  await claire.keyboard.press("c");
  await composer(claire).fill("Visa des plans");
  await claire.keyboard.press("Enter");
  await claire.keyboard.press("Escape");
  await karim.goto(claire.url());
  await card(karim, "Visa des plans").waitFor();
});
afterAll(() => browser.close());

describe("card templates", () => {
  it("are made of a card by keyboard, and begin cards on somebody else's phone at once", async () => {
    await card(claire, "Visa des plans").focus();
    await claire.keyboard.press("Enter");
    await claire.getByRole("button", { name: "Autres actions" }).press("Enter");
    await claire.getByRole("menuitem", { name: "Enregistrer comme modèle…" }).press("Enter");
    const form = claire.getByRole("dialog", { name: "Nouveau modèle d’après la carte" });
    await form.getByRole("textbox", { name: /^Nom du modèle/ }).fill("Visa");
    await form.getByRole("textbox", { name: /^Échéance/ }).fill("10");
    await form.getByRole("button", { name: "Ajouter une liste de contrôle" }).press("Enter");
    await form.getByRole("textbox", { name: /^Lignes/ }).fill("Relire\nSigner");
    expect(await findings(claire)).toEqual([]);
    await form.getByRole("button", { name: "Enregistrer" }).press("Enter");
    await form.waitFor({ state: "detached" });
    await claire.keyboard.press("Escape");

    await karim.getByRole("button", { name: /^Ajouter une carte dans Backlog/ }).tap();
    await karim.getByRole("button", { name: "Modèle", exact: true }).tap();
    await karim.getByRole("option", { name: /^Visa/ }).waitFor();
    expect(await findings(karim)).toEqual([]);
    await karim.getByRole("option", { name: /^Visa/ }).tap();
    await composer(karim).fill("Visa du lot 7");
    await karim.getByRole("button", { name: "Ajouter", exact: true }).tap();
    await card(claire, "Visa du lot 7").getByText("0/2").waitFor();
  });

  it("begin cards without a network too, and one step takes such a card back", async () => {
    await claire.context().setOffline(true);
    await claire.keyboard.press("c");
    await composer(claire).pressSequentially("/vis");
    await claire.getByRole("option", { name: /^Visa/ }).waitFor();
    await claire.keyboard.press("Enter");
    await expect.poll(() => composer(claire).inputValue()).toBe("Visa des plans");
    await claire.keyboard.type("Visa hors ligne");
    await claire.keyboard.press("Enter");
    await card(claire, "Visa hors ligne").getByText("0/2").waitFor();
    await claire.context().setOffline(false);
    await card(karim, "Visa hors ligne").getByText("0/2").waitFor();
    await claire.keyboard.press("Escape");
    await claire.keyboard.press("Control+z");
    await card(karim, "Visa hors ligne").waitFor({ state: "detached" });
    await card(karim, "Visa du lot 7").waitFor();
  });
});
