import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findings } from "./axe.ts";
import { base, enter, launch } from "./journey.ts";

let browser: Browser;
let claire: Page;
let karim: Page;

beforeAll(async () => {
  browser = await launch();
  [claire, karim] = [await enter(browser, "owner"), await enter(browser, "member")];
});
afterAll(() => browser.close());

/** Changes the next action of a client in the list, and answers when the server has it. */
async function changeAction(page: Page, company: string, action: string): Promise<void> {
  await page.goto(`${base()}/clients?q=${encodeURIComponent(company)}`);
  const row = page
    .getByRole("row")
    .filter({ has: page.getByRole("link", { name: company, exact: true }) });
  await row.locator('[aria-colindex="5"]').dblclick();
  const saved = page.waitForResponse((answer) => answer.request().method() === "PATCH");
  await page.getByRole("textbox", { name: "Prochaine action" }).fill(action);
  await page.keyboard.press("Enter");
  expect((await saved).status()).toBe(200);
}

const toggle = (page: Page, name: RegExp) => page.getByRole("button", { name }).first();

describe("the audit log", () => {
  it("shows a change with who made it, opens to the difference, and is found by its value", async () => {
    await changeAction(karim, "Tannerie Dauphin", "Relancer la préfecture");
    await claire.goto(`${base()}/`);
    await claire.getByRole("link", { name: "Journal d’audit" }).click();
    const row = toggle(claire, /Client modifié Tannerie Dauphin/);
    await row.press("Enter");
    await claire.getByRole("cell", { name: "Relancer la préfecture" }).waitFor();
    await claire.getByRole("rowheader", { name: "Prochaine action" }).waitFor();
    expect(await findings(claire)).toEqual([]);
    await claire.keyboard.press("/");
    await claire.keyboard.type("prefecture");
    await claire.waitForURL(/q=prefecture/);
    await expect.poll(() => claire.locator("[data-row-toggle]").count()).toBe(1);
    await claire.getByText("Karim Benali").waitFor();
  });

  it("narrows by author through the keyboard, and keeps it in the address", async () => {
    await claire.goto(`${base()}/audit`);
    await claire.locator("[data-row-toggle]").first().waitFor();
    await claire.keyboard.press("f");
    await claire.getByRole("menuitem", { name: "Auteur" }).click();
    await claire.getByRole("option", { name: "Karim Benali" }).click();
    await claire.waitForURL(/actor=usr_/);
    await toggle(claire, /Tannerie Dauphin/).waitFor();
    await claire.reload();
    await toggle(claire, /Tannerie Dauphin/).waitFor();
    await claire.getByRole("button", { name: "Retirer les filtres" }).click();
    await expect.poll(() => new URL(claire.url()).search).toBe("");
  });

  it("follows what others do", async () => {
    await claire.locator("[data-row-toggle]").first().waitFor();
    await changeAction(karim, "Scierie du Bugey", "Envoyer le devis");
    const row = toggle(claire, /Client modifié Scierie du Bugey/);
    await expect.poll(() => row.count()).toBe(1);
  });

  it("is verified by a button", async () => {
    await claire.getByRole("button", { name: "Vérifier" }).first().click();
    const result = claire.getByText(/^Chaîne intacte\s:\s\d[\d\s]*\slignes, scellées jusqu’au\s/);
    await result.waitFor();
    expect(await findings(claire)).toEqual([]);
  });

  it("is taken out as a file, which the access log tells of", async () => {
    await claire.getByRole("button", { name: "Exporter" }).first().click();
    const download = claire.waitForEvent("download");
    await claire.getByRole("menuitem", { name: "CSV pour tableur" }).click();
    expect((await download).suggestedFilename()).toMatch(/^audit-\d{4}-\d\d-\d\d\.csv$/);
    await claire.getByRole("tab", { name: "Consultations" }).click();
    await toggle(claire, /Journal d’audit exporté/).waitFor();
  });

  it("shows how members sign in, narrowed by person, as a file, and notes that it was read", async () => {
    await claire.getByRole("tab", { name: "Connexions" }).click();
    await toggle(claire, /Connexion par lien Karim Benali/).press("Enter");
    await claire.getByText("Chrome · Linux · réseau local").first().waitFor();
    expect(await findings(claire)).toEqual([]);
    await claire.keyboard.press("f");
    await claire.getByRole("menuitem", { name: "Personne" }).click();
    await claire.getByRole("option", { name: "Karim Benali" }).click();
    await claire.waitForURL(/actor=usr_/);
    await toggle(claire, /Connexion par lien Claire/).waitFor({ state: "detached" });
    await claire.getByRole("button", { name: "Exporter" }).first().click();
    const download = claire.waitForEvent("download");
    await claire.getByRole("menuitem", { name: "CSV pour tableur" }).click();
    expect((await download).suggestedFilename()).toMatch(/^sign-ins-\d{4}-\d\d-\d\d\.csv$/);
    await claire.getByRole("tab", { name: "Consultations" }).click();
    await toggle(claire, /Connexions des membres exportées/).waitFor();
    await toggle(claire, /Connexions des membres consultées/).waitFor();
  });

  it("is not there for who may not read it", async () => {
    expect(await karim.getByRole("link", { name: "Journal d’audit" }).count()).toBe(0);
    await karim.goto(`${base()}/audit`);
    await karim.getByText("Votre rôle", { exact: false }).first().waitFor();
    expect(await karim.locator("[data-row-toggle]").count()).toBe(0);
  });
});
