import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findings } from "./axe.ts";
import { base, enter, launch } from "./journey.ts";
import { policyFaults } from "./policy.ts";

let browser: Browser;
let page: Page;
let faults: string[] = [];
/** The workspace of the dropped file. */
let address = "";

beforeAll(async () => {
  browser = await launch();
  page = await enter(browser, "member");
  faults = await policyFaults(page);
});
afterAll(() => browser.close());

/** What the glossary alone makes plain, to the fake as to a model. */
const OWN_WORD = "Quels sont les débours par agence ?";

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
  address = /\/analytics\/w\/wsp_\w+/.exec(page.url())?.[0] ?? "";
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

  // Over SQL of the person's own, Claude's sentence would be false; it is back with Claude's SQL.
  await page.getByRole("button", { name: "Corriger" }).click();
  const sql = page.getByRole("region", { name: "SQL" });
  await sql.getByRole("textbox", { name: "SQL" }).click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(
    "SELECT agence, sum(montant_ht) AS ca FROM ventes_2026 GROUP BY 1 ORDER BY ca ASC",
  );
  await sql.getByRole("button", { name: "Exécuter" }).click();
  await page.getByText("SQL corrigé par vous.").waitFor();
  expect(await page.getByTestId("ask-answer").count()).toBe(0);
  expect(await findings(page)).toEqual([]);
  await page.getByRole("button", { name: "Revenir au SQL de Claude" }).click();
  await expect
    .poll(() => page.getByTestId("ask-answer").first().textContent())
    .toMatch(/Annecy est en tête avec 20.050 €/);

  await page.getByRole("button", { name: /^CA = montant HT/ }).click();
  await page.getByRole("button", { name: "nombre de ventes" }).click();
  await page.getByText(/^Votre choix.*= nombre de ventes$/).waitFor();
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
  await page.getByRole("link", { name: "Question enregistrée" }).click();
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
  await rowsOf.getByText(/^300 lignes donnent/).waitFor();
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

it("a word of the firm is understood once its glossary tells it: by Claude, and where questions are offered without it", async () => {
  await page.setViewportSize({ width: 1280, height: 800 });
  // Nothing asked yet: what these data can answer is offered, and pressed it is asked.
  await page.goto(`${base()}${address}/ask`);
  const offered = page.getByRole("region", { name: "Pour commencer" });
  await offered.getByRole("button", { name: "Somme de montant_ht par mois" }).waitFor();
  expect(await findings(page)).toEqual([]);
  await offered.getByRole("button", { name: "Somme de montant_ht par agence" }).click();
  await page.getByRole("heading", { name: "Somme de montant_ht par agence" }).waitFor();
  await expect
    .poll(() => page.getByTestId("ask-answer").last().textContent())
    .toMatch(/Annecy est en tête/);

  // Claude does not know the word; what is nearest is offered in its place.
  const bar = page.getByRole("textbox", { name: /^Poser une/ });
  await bar.fill(OWN_WORD);
  await bar.press("Enter");
  await page.getByText("Aucune donnée ne s’appelle « débours ».").waitFor();
  const instead = page.getByRole("region", { name: "Ce que vous pouvez demander à ces données" });
  await instead
    .getByRole("button", { name: /par agence$/ })
    .first()
    .waitFor();
  expect(await findings(page)).toEqual([]);

  await page.goto(`${base()}${address}/model`);
  await page.getByRole("button", { name: "Ajouter un terme" }).click();
  await page.getByRole("textbox", { name: "Terme" }).fill("Débours");
  await page.getByRole("textbox", { name: "Synonymes" }).fill("avances, frais avancés");
  await page.getByRole("textbox", { name: "Ce qu’il veut dire" }).fill("montant_ht");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await page.getByText("Modèle enregistré").waitFor();

  await page.goto(`${base()}${address}/ask`);
  await bar.fill(OWN_WORD);
  await bar.press("Enter");
  await expect
    .poll(() => page.getByTestId("ask-answer").last().textContent())
    .toMatch(/Annecy avance le plus : 20.050 €/);

  await page.goto(`${base()}${address}/build`);
  await page.getByRole("combobox", { name: /^Poser une question/ }).fill("avances par agence");
  await page.getByRole("option", { name: "Somme de montant_ht par agence" }).click();
  await page.getByRole("application", { name: /Somme de montant_ht par agence/ }).waitFor();
  expect(faults).toEqual([]);
});

it("the SQL of a saved question is corrected: what is wrong is told and stays typed, what is right is saved and live", async () => {
  await page.goto(`${base()}${address}`);
  await page
    .getByRole("link", { name: /Ventes par agence/ })
    .first()
    .click();
  await page.waitForURL(/\/q\/qst_/);
  const other = await enter(browser, "owner");
  await other.goto(page.url());
  const told = other.getByRole("region", { name: "SQL" });
  // The file is on another device: the SQL can be read all the same.
  await told.getByRole("button", { name: /SELECT agence, count/ }).waitFor();

  const sql = page.getByRole("region", { name: "SQL" });
  const editor = sql.getByRole("textbox", { name: "SQL" });
  const write = async (text: string) => {
    await editor.click();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText(text);
  };
  await page.getByRole("button", { name: "Corriger" }).click();
  await write("SELECT agense, sum(montant_ht) AS ca FROM ventes_2026 GROUP BY 1");
  await sql.getByRole("button", { name: "Enregistrer comme question vérifiée" }).click();
  await sql
    .getByRole("alert")
    .getByText(/agense/)
    .first()
    .waitFor();
  expect(await findings(page)).toEqual([]);
  expect(await editor.innerText()).toContain("agense");
  // Whoever would leave is asked first.
  await page
    .getByRole("link", { name: /^Tableaux de bord|^Tableaux/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Rester sur la page" }).click();
  expect(await editor.innerText()).toContain("agense");
  await page.getByRole("application", { name: /Ventes par agence/ }).waitFor();

  await write(
    "SELECT agence, sum(montant_ht) AS total FROM ventes_2026 GROUP BY 1 ORDER BY 2 DESC",
  );
  await sql.getByRole("button", { name: "Enregistrer comme question vérifiée" }).click();
  await page.getByText("Question « Ventes par agence » enregistrée").waitFor();
  await editor.waitFor({ state: "detached" });
  await told.getByRole("button", { name: /sum\(montant_ht\) AS total/ }).waitFor();
  await other.context().close();

  // It is what Claude learns of the next question like it.
  await page.goto(`${base()}${address}/ask`);
  const bar = page.getByRole("textbox", { name: /^Poser une/ });
  await bar.fill("Quel est le chiffre d’affaires par agence ?");
  await bar.press("Enter");
  await expect
    .poll(() => page.getByTestId("ask-answer").last().textContent())
    .toMatch(/Annecy est en tête/);
  const sent = page.getByTestId("sent-parts");
  await sent.getByText("Questions vérifiées proches").click();
  await sent.getByText(/sum\(montant_ht\) AS total/).waitFor();
  expect(faults).toEqual([]);
});

/** How far the page can be pushed to the side, in pixels. */
const sideways = () =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
