import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findings } from "./axe.ts";
import { base, enter, launch } from "./journey.ts";
import { policyFaults } from "./policy.ts";

let browser: Browser;
let claire: Page;
let refused: string[] = [];

beforeAll(async () => {
  browser = await launch();
  claire = await enter(browser, "owner", { viewport: { width: 1440, height: 900 } });
  refused = await policyFaults(claire);
});
afterAll(() => browser.close());

const AGENCIES = ["Lyon", "Annecy", "Grenoble", "Chambéry"];
const SALES = [
  "date;agence;no_client;montant",
  ...Array.from(
    { length: 200 },
    (_, at) => `2026-0${1 + (at % 6)}-15;${AGENCIES[at % 4]};C${100 + (at % 10)};${at + 1}`,
  ),
].join("\n");
const CLIENTS = [
  "no;nom;region",
  ...Array.from(
    { length: 10 },
    (_, at) => `C${100 + at};Client ${at};${at < 5 ? "Bretagne" : "Occitanie"}`,
  ),
].join("\n");
/** By hand: the amounts of two agencies by region. */
const amount = (agency: string, low: boolean): number =>
  Array.from({ length: 200 }, (_, at) => at)
    .filter((at) => AGENCIES[at % 4] === agency && at % 10 < 5 === low)
    .reduce((sum, at) => sum + at + 1, 0);

const option = (name: string | RegExp) => claire.getByRole("option", { name }).first();
const press = (name: string) => claire.getByRole("button", { name, exact: true }).first().click();
const figures = async (): Promise<string> =>
  (await claire.getByTestId("pivot").innerText()).replace(/[\s\u00a0\u202f]/g, "");
const read = (name: string, text: string) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(text),
});

it("builds a question on two tables, crosses it, opens its rows, writes on in SQL, saves and reopens it", async () => {
  await claire.goto(`${base()}/analytics`);
  await claire.getByRole("button", { name: "Espace" }).click();
  await claire.getByRole("dialog").getByTestId("csv-file").setInputFiles(read("Ventes.csv", SALES));
  await claire.locator("button:not([aria-busy])", { hasText: "Continuer avec 200" }).click();
  await claire.waitForURL(/\/w\/wsp_\w+\?source=src_/);
  const workspace = /wsp_\w+/.exec(claire.url())![0];
  await claire.goto(`${base()}/analytics/import?workspace=${workspace}`);
  await claire.getByTestId("csv-file").first().setInputFiles(read("Clients.csv", CLIENTS));
  await claire.locator("button:not([aria-busy])", { hasText: "Continuer avec 10" }).click();
  await claire.waitForURL(/\/w\/wsp_\w+\?source=src_/);

  await claire.getByRole("link", { name: "Construire" }).click();
  await claire.getByText("200 lignes").waitFor();
  await press("Joindre une table");
  await option(/Clients.*no_client = no/).click();
  await press("Filtrer");
  await option("agence").click();
  await option(/Lyon\s*50/).click();
  await option(/Annecy\s*50/).click();
  await claire.keyboard.press("Escape");
  await claire.getByText("100 lignes").waitFor();
  await press("Regrouper");
  await option(/^region/).click();
  // The number of rows that a group brings gives way to the first calculation that is chosen.
  await press("Calculer");
  await option("Somme de montant").click();
  await press("Regrouper");
  await option(/^agence/).click();
  await claire.getByRole("button", { name: /Les valeurs en colonnes/ }).click();
  await option("En colonnes : agence").click();
  const pivot = claire.getByTestId("pivot");
  await pivot.waitFor();
  const rows = ["Bretagne", "Occitanie"].map((region) => {
    const cells = ["Annecy", "Lyon"].map((agency) => amount(agency, region === "Bretagne"));
    return [region, ...cells].join("");
  });
  for (const row of rows) await expect.poll(figures).toContain(row);
  expect(await findings(claire)).toEqual([]);

  await pivot
    .getByRole("button", { name: /^[\d\s\u00a0\u202f,]+$/ })
    .first()
    .click();
  await claire
    .getByTestId("drill")
    .getByText(/lignes? donnent/)
    .waitFor();
  await claire.keyboard.press("Escape");

  // A step is taken back and done again by keys alone.
  await claire.getByRole("button", { name: "Calcul Somme de montant" }).focus();
  await claire.keyboard.press("Control+z");
  await pivot.waitFor({ state: "detached" });
  await claire.keyboard.press("Control+y");
  await pivot.waitFor();

  // A column of others, refused until it can be computed, and an order by two keys.
  await press("Colonne calculée");
  const formula = claire.getByRole("dialog", { name: "Colonne calculée" });
  await formula.getByRole("textbox", { name: "Nom" }).fill("part");
  await formula.getByRole("textbox", { name: "Formule" }).fill("montant ÷ sum(montant)");
  await formula.getByRole("button", { name: "Ajouter" }).click();
  await formula.getByText(/ligne par ligne, sans somme/).waitFor();
  expect(await findings(claire)).toEqual([]);
  await formula.getByRole("textbox", { name: "Formule" }).fill("montant ÷ 2");
  await claire.keyboard.press("Enter");
  await claire.getByRole("button", { name: "Colonne calculée part" }).waitFor();
  for (const key of [/^agence/, /^Somme de montant/]) {
    await press("Trier");
    await option(key).click();
  }

  await press("Continuer en SQL");
  await claire.waitForURL(/sql=1/);
  await claire.getByRole("textbox", { name: /SQL/ }).first().waitFor();
  await claire.getByRole("link", { name: "Construire", exact: true }).click();
  // What was built is there again after a reload.
  await claire.reload();
  await pivot.waitFor();
  await press("Enregistrer");
  await claire.getByRole("textbox", { name: "Titre" }).fill("Ventes par région et agence");
  await claire.getByRole("dialog").getByRole("button", { name: "Enregistrer" }).click();
  await claire.waitForURL(/question=qst_/);
  await claire.goto(`${base()}/analytics/w/${workspace}`);
  await claire.getByRole("link", { name: "Ventes par région et agence" }).click();
  await claire.getByRole("link", { name: "Ouvrir dans le constructeur" }).first().click();
  await pivot.waitFor();
  await claire.getByRole("button", { name: /^agence est/ }).waitFor();
  await claire.getByRole("button", { name: "Colonne calculée part" }).waitFor();
  await claire.getByRole("button", { name: /Tri.*: agence, croissant/ }).waitFor();
  await claire.getByRole("button", { name: /Tri.*: puis Somme de montant, décroissant/ }).waitFor();
  // What is changed of a saved question outlives a reload, and can be saved from then on.
  const again = claire.getByRole("button", { name: "Enregistrer les modifications" });
  await expect.poll(() => again.isDisabled()).toBe(true);
  await press("Retirer part");
  await expect.poll(() => again.isEnabled()).toBe(true);
  await claire.reload();
  await pivot.waitFor();
  await claire
    .getByRole("button", { name: "Colonne calculée part" })
    .waitFor({ state: "detached" });
  await again.click();
  await claire.getByText("« Ventes par région et agence » enregistrée").waitFor();
  await expect.poll(() => again.isDisabled()).toBe(true);

  await claire.setViewportSize({ width: 390, height: 844 });
  await pivot.scrollIntoViewIfNeeded();
  expect(await findings(claire)).toEqual([]);
  const wide = () => claire.evaluate(() => document.documentElement.scrollWidth);
  expect(await wide()).toBeLessThanOrEqual(390);
  expect(refused).toEqual([]);
});
