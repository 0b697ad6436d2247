import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findings } from "./axe.ts";
import { base, enter, launch } from "./journey.ts";
import { policyFaults } from "./policy.ts";

let browser: Browser;
let page: Page;
let faults: string[] = [];

beforeAll(async () => {
  browser = await launch();
  page = await enter(browser, "member");
  faults = await policyFaults(page);
});
afterAll(() => browser.close());

const AGENCIES = ["Lyon", "Grenoble", "Annecy"];
const rows = Array.from({ length: 300 }, (_, at) => {
  const day = String(1 + (at % 28)).padStart(2, "0");
  return `${day}/0${1 + (at % 9)}/2026;${AGENCIES[at % 3]};${100 + (at % 3) * 50},50;Client ${at % 40}`;
});
const SALES = ["date;agence;montant_ht;client", ...rows].join("\n");

it("a file that was dropped is asked in French: the engine's own figure, an assumption changed, the answer pinned", async () => {
  await page.goto(`${base()}/analytics`);
  const buffer = Buffer.from(SALES);
  await page.getByRole("heading", { level: 1 }).waitFor({ state: "attached" });
  await page.keyboard.press("c");
  const file = page.getByRole("dialog").locator("input[type=file]");
  await file.setInputFiles({ name: "Ventes 2026.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: /^Continuer avec 300 lignes/ }).click();
  await page.waitForURL(/\/analytics\/w\/wsp_/);
  const address = /\/analytics\/w\/wsp_\w+/.exec(page.url())?.[0] ?? "";
  await page.goto(`${base()}${address}/ask`);

  const sent = page.waitForRequest((request) => request.url().endsWith("/ai/query"));
  const bar = page.getByRole("textbox", { name: /^Poser une/ });
  await bar.fill("Quel est le chiffre d’affaires par agence ?");
  await bar.press("Enter");
  // 100 sales of 200.50 each: what no text of the conversation holds.
  await expect
    .poll(() => page.getByTestId("ask-answer").first().textContent())
    .toMatch(/Annecy est en tête avec 20.050 €/);
  expect((await sent).postData()).not.toContain("Client 7");
  await page.getByText("0 ligne de votre fichier").first().waitFor();
  expect(await findings(page)).toEqual([]);

  await page.getByRole("button", { name: /^CA = montant HT/ }).click();
  await page.getByRole("button", { name: "nombre de ventes" }).click();
  await expect
    .poll(() => page.getByTestId("ask-answer").last().textContent())
    .toMatch(/vend le plus : 100 ventes/);

  // Opened again, the conversation is there with its figures computed anew, and is found in the history.
  await page.reload();
  await expect
    .poll(() => page.getByTestId("ask-answer").last().textContent())
    .toMatch(/vend le plus : 100 ventes/);
  expect(await page.getByTestId("ask-answer").count()).toBe(2);
  await page.getByRole("link", { name: "Nouvelle conversation" }).click();
  await page.getByRole("heading", { name: "Posez une question à vos données" }).waitFor();
  await page.getByRole("button", { name: "Vos questions précédentes" }).click();
  await page.getByRole("searchbox", { name: "Chercher dans vos questions" }).fill("affaires");
  await page.getByRole("link", { name: /Chiffre d’affaires par agence/ }).click();
  await expect
    .poll(() => page.getByTestId("ask-answer").last().textContent())
    .toMatch(/vend le plus : 100 ventes/);

  await page.getByRole("button", { name: "Retenir" }).last().click();
  await page.getByText("Question « Ventes par agence » enregistrée").waitFor();
  await page.getByRole("link", { name: /Ventes par agence/ }).click();
  await page.waitForURL(/\/q\/qst_/);
  await expect
    .poll(() => page.getByTestId("ask-answer").first().textContent())
    .toMatch(/100 ventes/);

  await page.getByRole("button", { name: "Épingler à un tableau de bord" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Titre du tableau de bord" }).fill("Agences");
  expect(await findings(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Épingler", exact: true }).click();
  await page.getByText("« Ventes par agence » épinglé à « Agences »").waitFor();
  await page.getByRole("button", { name: "Ouvrir" }).click();
  await page.waitForURL(/\/d\/dsb_/);
  const widget = page.getByRole("region", { name: "Ventes par agence" });
  await widget.getByRole("application", { name: /Ventes par agence/ }).waitFor();
  expect(await widget.textContent()).toMatch(/3 valeurs.*100/);

  // On a phone the dashboard is read, and a widget opens its rows; so does the answer of a question that is asked there.
  await page.setViewportSize({ width: 390, height: 844 });
  await widget.getByRole("button", { name: "Actions pour Ventes par agence" }).click();
  await page.getByRole("menuitem", { name: "Voir les lignes" }).click();
  const rowsOf = page.getByRole("dialog", { name: /Ventes par agence/ });
  const cards = rowsOf.getByRole("list", { name: /Ventes par agence/ });
  await cards.getByText("Client 7", { exact: true }).first().waitFor();
  expect(await sideways()).toBeLessThanOrEqual(0);
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await rowsOf.waitFor({ state: "detached" });

  await page.goto(`${base()}${address}/ask`);
  await bar.fill("Quel est le chiffre d’affaires par agence ?");
  await bar.press("Enter");
  await expect
    .poll(() => page.getByTestId("ask-answer").first().textContent())
    .toMatch(/Annecy est en tête avec 20.050 €/);
  const chart = page.getByRole("application").first();
  await chart.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const drill = page.getByTestId("drill");
  await drill.getByText("100 lignes donnent").waitFor();
  expect(await sideways()).toBeLessThanOrEqual(0);
  expect(await findings(page)).toEqual([]);
  expect(faults).toEqual([]);
});

/** How far the page can be pushed to the side, in pixels. */
const sideways = () =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
