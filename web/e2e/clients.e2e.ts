import { readFileSync } from "node:fs";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findings } from "./axe.ts";
import { base, enter, launch } from "./journey.ts";

let browser: Browser;
let claire: Page;
let karim: Page;

beforeAll(async () => {
  browser = await launch();
  [claire, karim] = [await enter(browser, "owner"), await enter(browser, "member")];
  for (const page of [claire, karim]) await openList(page);
});
afterAll(() => browser.close());

async function openList(page: Page, query = ""): Promise<void> {
  await page.goto(`${base()}/clients${query}`);
  await page.getByRole("grid", { name: "Clients" }).getByRole("row").nth(3).waitFor();
}
const row = (page: Page, company: string) =>
  page.getByRole("row").filter({ has: page.getByRole("link", { name: company, exact: true }) });
const cell = (page: Page, company: string, column: number) =>
  row(page, company).locator(`[aria-colindex="${column}"]`);
const toast = (page: Page, text: string | RegExp) =>
  page.getByRole("listitem").filter({ hasText: text });
/** A toast stays for as long as somebody points at it. */
const pointAt = (told: Locator) => told.hover();

/** Changes the amount of a client in the grid. */
async function setAmount(page: Page, company: string, amount: string): Promise<void> {
  await cell(page, company, 6).dblclick();
  await page.getByRole("textbox", { name: "Montant" }).fill(amount);
  await page.keyboard.press("Enter");
}

describe("clients", () => {
  it("shows another person's change in the open list, and who made it", async () => {
    // Who it was is told for four seconds: looked for from before the change on.
    const told = row(claire, "Archives départementales")
      .getByText(/Modifié par Karim/)
      .waitFor();
    const changed = cell(claire, "Archives départementales", 6).getByText("70 000,50 €").waitFor();
    await setAmount(karim, "Archives départementales", "70 000,50");
    await Promise.all([changed, told]);
    expect(await row(claire, "Archives départementales").count()).toBe(1);
  });

  it("takes a change back", async () => {
    await setAmount(claire, "Autran et Associés", "1");
    await toast(claire, "Montant estimé").getByRole("button", { name: "Annuler" }).first().click();
    await cell(claire, "Autran et Associés", 6).getByText("31 500,00 €").waitFor();
    const amount = cell(karim, "Autran et Associés", 6);
    await expect.poll(() => amount.innerText()).toMatch(/^31\s500,00\s€$/);
  });

  it("keeps what is refused in its field, marked, until it is mended", async () => {
    await setAmount(claire, "Bétons du Dauphiné", "13 800 ou 14");
    await toast(claire, /Montant estimé n’a pas été enregistré/).waitFor();
    await cell(claire, "Bétons du Dauphiné", 6).getByText("13 800 ou 14").waitFor();
    await setAmount(claire, "Bétons du Dauphiné", "13 800");
    await cell(claire, "Bétons du Dauphiné", 6).getByText("13 800,00 €").waitFor();
    await row(claire, "Bétons du Dauphiné").getByRole("link").click();
    const email = claire.getByRole("button", { name: /Modifier E-mail/ });
    const before = await email.innerText();
    await email.click();
    await claire.getByRole("textbox", { name: "E-mail" }).fill("claire@");
    await claire.keyboard.press("Enter");
    await toast(claire, /E-mail n’a pas été enregistré.*nom@domaine/).waitFor();
    expect(await toast(claire, "E-mail : claire@").count()).toBe(0);
    await expect.poll(() => email.innerText()).toContain("claire@");
    await email.click();
    const field = claire.getByRole("textbox", { name: "E-mail" });
    await expect.poll(() => field.inputValue()).toBe("claire@");
    await claire.keyboard.press("Escape");
    await expect.poll(() => email.innerText()).toBe(before);
    await claire.keyboard.press("Escape");
    await claire.getByRole("dialog").waitFor({ state: "detached" });
  });

  it("keeps a change made offline and lets the person settle what another changed meanwhile", async () => {
    await row(claire, "Banque Rhône-Alpes").getByRole("link").click();
    const record = claire.getByRole("dialog");
    await record.getByText("54 000,00 €").waitFor();
    await claire.context().setOffline(true);
    await record.getByRole("button", { name: /Modifier Montant estimé/ }).click();
    await record.getByRole("textbox", { name: "Montant estimé" }).fill("48500");
    await claire.keyboard.press("Enter");
    await claire.getByText(/Hors ligne – 1 à envoyer/).waitFor();
    const taken = karim.waitForResponse((answer) => answer.request().method() === "PATCH");
    await setAmount(karim, "Banque Rhône-Alpes", "52000");
    expect((await taken).status()).toBe(200);
    await cell(karim, "Banque Rhône-Alpes", 6).getByText("52 000,00 €").waitFor();
    await claire.context().setOffline(false);
    const conflict = record.getByRole("alert");
    await conflict.getByText("Deux valeurs pour « Montant estimé »").waitFor();
    await conflict.getByText("48 500,00 €").waitFor();
    await conflict.getByText("52 000,00 €").waitFor();
    await conflict
      .getByText(/Celle de Karim/)
      .first()
      .waitFor();
    // It stays in reach from any page, over reloads too.
    await claire.goto(`${base()}/boards`);
    await claire.getByRole("button", { name: "1 conflit à trancher" }).click();
    await conflict.getByText("48 500,00 €").waitFor();
    await claire.keyboard.press("1");
    await conflict.waitFor({ state: "detached" });
    await cell(karim, "Banque Rhône-Alpes", 6).getByText("48 500,00 €").waitFor();
    // Both values are in the history.
    await record.getByRole("tab", { name: "Historique" }).click();
    await record.locator("ins").filter({ hasText: "52 000,00 €" }).first().waitFor();
    await record.locator("ins").filter({ hasText: "48 500,00 €" }).first().waitFor();
    await claire.keyboard.press("Escape");
    await record.waitFor({ state: "detached" });
    await expect.poll(() => new URL(claire.url()).pathname).toBe("/clients");
  });

  it("keeps an open editor and its text while others change the row, and moves it with its client", async () => {
    await openList(karim);
    await cell(karim, "Carrières de Tarare", 5).dblclick();
    const input = karim.getByRole("textbox", { name: "Prochaine action" });
    await input.fill("Relancer le bureau d’études");
    await setAmount(claire, "Carrières de Tarare", "4321");
    await cell(karim, "Carrières de Tarare", 6).getByText("4 321,00 €").waitFor();
    await cell(claire, "Abattoirs du Velay", 1).getByRole("checkbox").check();
    await claire.getByRole("toolbar").getByRole("button", { name: "Supprimer" }).click();
    await pointAt(toast(claire, "supprimé"));
    await row(karim, "Abattoirs du Velay").waitFor({ state: "detached" });
    expect(await input.inputValue()).toBe("Relancer le bureau d’études");
    expect(await input.evaluate((element) => element === document.activeElement)).toBe(true);
    await karim.keyboard.press("Enter");
    await cell(claire, "Carrières de Tarare", 5).getByText("Relancer le bureau d’études").waitFor();
    await toast(claire, "supprimé").getByRole("button", { name: "Annuler" }).click();
    await row(karim, "Abattoirs du Velay").waitFor();
  });

  it("shows the search beside an open client, and sums and export on a phone", async () => {
    await claire.setViewportSize({ width: 1440, height: 900 });
    await openList(claire);
    await row(claire, "Carrières de Tarare").getByRole("link").click();
    await claire.getByRole("dialog").getByText("Créé le").waitFor();
    await claire.getByRole("searchbox", { name: "Chercher dans la liste" }).waitFor();
    await claire.getByRole("dialog").press("Escape");
    await claire.getByRole("dialog").waitFor({ state: "detached" });
    const phone = await enter(browser, "owner", { viewport: { width: 390, height: 844 } });
    await phone.goto(`${base()}/clients`);
    const sums = phone.getByRole("group", { name: "Somme" });
    await sums.getByText(/^\d+\s+sur\s+\d+$/).waitFor();
    const waiting = phone.waitForEvent("download");
    await sums.getByRole("button", { name: "Exporter" }).click();
    expect((await waiting).suggestedFilename()).toMatch(/^clients-.*\.csv$/);
    await phone.context().close();
  });

  it("deletes with a way back", async () => {
    await row(claire, "Bétons du Dauphiné").getByRole("checkbox").check();
    await claire.getByRole("toolbar").getByRole("button", { name: "Supprimer" }).click();
    await pointAt(toast(claire, "supprimé"));
    await row(claire, "Bétons du Dauphiné").waitFor({ state: "detached" });
    await row(karim, "Bétons du Dauphiné").waitFor({ state: "detached" });
    await toast(claire, "supprimé").getByRole("button", { name: "Annuler" }).click();
    await expect.poll(() => row(karim, "Bétons du Dauphiné").count()).toBe(1);
  });

  it("exports what the list shows, for Excel in French", async () => {
    await openList(claire, "?stage=delivered");
    const waiting = claire.waitForEvent("download");
    await claire.getByRole("button", { name: "Exporter" }).click();
    const file = readFileSync(await (await waiting).path(), "utf8");
    const lines = file.trimEnd().split("\r\n");
    expect(file.startsWith('\uFEFF"Id";"Nom"')).toBe(true);
    expect(lines.slice(1).every((line) => line.includes('"Livré"'))).toBe(true);
    const foot = await claire
      .getByText(/^\d+\s+sur\s+\d+$/)
      .first()
      .innerText();
    expect(lines.length - 1).toBe(Number.parseInt(foot, 10));
  });

  it("finds by words without accents", async () => {
    await openList(claire);
    await claire.keyboard.press("/");
    await claire.keyboard.type("chateau chaz");
    await claire.waitForURL(/q=chateau/);
    await row(claire, "Château de Chazey").waitFor();
    await expect.poll(() => claire.getByRole("grid").getByRole("link").count()).toBe(1);
  });

  it("works by keyboard alone: create, open, step, edit, close", async () => {
    await openList(claire);
    const foot = claire.getByText(/^\d+\s+sur\s+\d+$/).first();
    const count = Number.parseInt(await foot.innerText(), 10) + 1;
    await claire.keyboard.press("c");
    const dialog = claire.getByRole("dialog", { name: "Nouveau client" });
    await dialog.locator("input:focus").waitFor();
    await claire.keyboard.type("Aardvark & Fils");
    await claire.keyboard.press("Enter");
    const record = claire.getByRole("dialog", { name: "Aardvark & Fils" });
    await record.waitFor();
    await record.getByText(`Client 1 sur ${count}`).waitFor();
    await claire.keyboard.press("j");
    await claire.getByRole("dialog", { name: "Abattoirs du Velay" }).waitFor();
    await claire.keyboard.press("Escape");
    await claire.getByRole("dialog").waitFor({ state: "detached" });
    await cell(claire, "Aardvark & Fils", 3).focus();
    await claire.keyboard.press("Enter");
    await claire.getByRole("listbox").waitFor();
    await claire.keyboard.press("ArrowDown");
    await claire.keyboard.press("Enter");
    await cell(claire, "Aardvark & Fils", 3).getByText("Contacté").waitFor();
    const theirs = cell(karim, "Aardvark & Fils", 3);
    await expect.poll(() => theirs.innerText()).toBe("Contacté");
    // The cell from which a record was opened has the focus again when it is closed.
    await claire.keyboard.press("Control+Enter");
    await record.waitFor();
    await claire.keyboard.press("Escape");
    await record.waitFor({ state: "detached" });
    const focused = claire.locator("[role=gridcell]:focus");
    await expect.poll(() => focused.getAttribute("data-cell")).toBe("0:2");
    await claire.keyboard.press("ArrowDown");
    await expect.poll(() => focused.getAttribute("data-cell")).toBe("1:2");
  });

  it("takes a date in the person's own order, by key or from the month, and says which is none", async () => {
    await row(claire, "Abattoirs du Velay").getByRole("link").click();
    const due = claire.getByRole("button", { name: /Modifier Échéance/ });
    const field = claire.getByRole("textbox", { name: "Échéance" });
    await due.click();
    await field.fill("15/01/2027");
    await claire.keyboard.press("Enter");
    await due.getByText("15 janv. 2027").waitFor();
    await due.click();
    await field.fill("18/12/20266");
    await claire.keyboard.press("Enter");
    await toast(claire, /Échéance n’a pas été enregistré.*24\/11\/2026/).waitFor();
    await due.getByText("18/12/20266").waitFor();
    await due.click();
    await claire.keyboard.press("ArrowDown");
    await claire.keyboard.press("ArrowRight");
    await claire.locator("[data-date='2027-01-16']:focus").waitFor();
    await claire.keyboard.press("Enter");
    await due.getByText("16 janv. 2027").waitFor();
    await expect.poll(() => due.evaluate((node) => node === document.activeElement)).toBe(true);
    await claire.keyboard.press("Escape");
    await claire.getByRole("dialog").waitFor({ state: "detached" });
  });

  it("has nothing serious for axe: the list, a client over it, the form", async () => {
    await openList(claire, "?view=due");
    expect(await findings(claire)).toEqual([]);
    await row(claire, "Résidence Les Tilleuls").getByRole("link").click();
    await claire.getByRole("dialog").getByRole("tab", { name: "Historique" }).waitFor();
    expect(await findings(claire)).toEqual([]);
    await claire.keyboard.press("Escape");
    await claire.getByRole("dialog").waitFor({ state: "detached" });
    await claire.getByRole("button", { name: "Client", exact: true }).click();
    await claire.getByRole("dialog", { name: "Nouveau client" }).waitFor();
    expect(await findings(claire)).toEqual([]);
  });
});
