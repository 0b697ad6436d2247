import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { base, enter, launch } from "./journey.ts";
import { policyFaults } from "./policy.ts";

let browser: Browser;
let claire: Page;
let lucas: Page;
let refused: string[] = [];

beforeAll(async () => {
  browser = await launch();
  [claire, lucas] = await Promise.all([enter(browser, "owner"), enter(browser, "member")]);
  refused = await policyFaults(claire);
});
afterAll(() => browser.close());

const SALES = [
  "agence;montant",
  ...Array.from({ length: 60 }, (_, at) => `${at % 2 ? "Lyon" : "Annecy"};${at},50`),
].join("\n");

/** Opens the workspace of the demo and its source of the organization's own clients. */
async function openClients(page: Page) {
  await page.goto(`${base()}/analytics`);
  await page.getByRole("main").getByRole("link", { name: "Honoraires et temps" }).click();
  const panel = page.getByRole("complementary", { name: "Données" });
  const card = panel.getByRole("button", { name: /^Clients/ });
  await card.click();
  await card.getByText(/^\d+\slignes/).waitFor();
  return card;
}

it("reads the organization's own clients anew when somebody else adds one", async () => {
  const card = await openClients(lucas);
  const rows = async () => Number(/(\d+)\slignes/.exec((await card.textContent()) ?? "")?.[1]);
  const before = await rows();
  await claire.goto(`${base()}/clients`);
  await claire
    .getByRole("button", { name: /Client/ })
    .first()
    .click();
  const dialog = claire.getByRole("dialog", { name: "Nouveau client" });
  await dialog.locator("input:focus").fill(`Fonderie ${Date.now().toString(36)}`);
  await dialog.locator("input:focus").press("Enter");
  // Changes come in bursts: rows are read again some seconds after the first.
  await expect.poll(rows, { timeout: 40_000 }).toBe(before + 1);
});

it("makes a workspace of a file, shares the file, and somebody else reads it at once", async () => {
  await claire.goto(`${base()}/analytics`);
  await claire.getByRole("button", { name: "Espace" }).click();
  const buffer = Buffer.from(SALES);
  await claire
    .getByRole("dialog")
    .getByTestId("csv-file")
    .setInputFiles({ name: "Ventes du groupe.csv", mimeType: "text/csv", buffer });
  await claire.locator("button:not([aria-busy])", { hasText: "Continuer avec 60" }).click();
  await claire.waitForURL(/\/w\/wsp_\w+\?source=src_/);
  const panel = claire.getByRole("complementary", { name: "Données" });
  await panel.getByText("Ses lignes restent hors du serveur").waitFor();

  const place = claire.url().split("?")[0]!;
  await lucas.goto(place);
  const other = lucas.getByRole("complementary", { name: "Données" });
  await other.getByText("N’est pas sur cet appareil").waitFor();

  await panel.getByRole("button", { name: "Actions pour Ventes du groupe" }).click();
  await claire.getByRole("menuitem", { name: "Partager avec l’entreprise…" }).click();
  await claire.getByRole("dialog").getByText("Qui pourra le lire").waitFor();
  await claire.getByRole("dialog").getByRole("button", { name: "Partager" }).click();
  await other.getByText("Partagé avec l’entreprise").waitFor();
  // Its columns have their shapes: the rows were fetched and read here.
  await other.getByRole("button", { name: /montant/ }).waitFor();
  expect(await panel.getByRole("button", { name: "Ajouter Ventes du groupe.csv" }).count()).toBe(0);

  // The file of the device is replaced: the copy is said to be another, and follows on purpose.
  await claire.goto(`${base()}/analytics`);
  const row = claire.getByRole("main").getByRole("link", { name: /Ventes du groupe\.csv/ });
  await row.getByText("Partagé avec l’entreprise").waitFor();
  expect(await claire.getByText("Rien n’en sort").count()).toBe(0);
  await row.click();
  await claire.getByText("Une copie est sur le serveur de votre entreprise").waitFor();
  await claire.getByRole("button", { name: "Fichier", exact: true }).click();
  const picker = claire.waitForEvent("filechooser");
  await claire.getByRole("menuitem", { name: "Remplacer le fichier…" }).click();
  const newer = SALES.replaceAll(/$/gm, ";web").replace(";web", ";canal");
  await (
    await picker
  ).setFiles({
    name: "Ventes du groupe.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`${newer}\nPau;0,00;web`),
  });
  await claire.getByRole("button", { name: "Remplacer", exact: true }).click();
  await claire.getByText(/elle a encore le contenu d’avant/).waitFor();
  expect(await other.getByText(/^60\slignes · 2 colonnes/).count()).toBe(1);
  await claire.goto(place);
  await panel
    .getByRole("button", { name: "Mettre à jour la copie partagée de Ventes du groupe" })
    .waitFor();
  await panel.getByRole("button", { name: "Actions pour Ventes du groupe" }).click();
  await claire.getByRole("menuitem", { name: "Mettre à jour la copie partagée…" }).click();
  await claire.getByRole("dialog").getByText("Nouvelles : canal").waitFor();
  await claire.getByRole("dialog").getByRole("button", { name: "Mettre à jour" }).click();
  // Whoever has it open reads it anew, new columns too.
  for (const one of [other, panel]) await one.getByText(/^61\slignes · 3 colonnes/).waitFor();
  await other.getByRole("button", { name: /canal/ }).waitFor();
  await panel.getByText("a changé depuis ce partage").waitFor({ state: "detached" });

  // How it is read is changed for both, once it was said what that changes.
  await panel.getByRole("button", { name: "Actions pour Ventes du groupe" }).click();
  await claire.getByRole("menuitem", { name: "Modifier la lecture et les étapes…" }).click();
  await claire.getByText("vaut pour tous ceux qui lisent ce fichier").waitFor();
  await claire.getByRole("button", { name: "Colonne agence" }).click();
  await claire.getByRole("menuitem", { name: "Renommer…" }).click();
  await claire.getByRole("textbox", { name: "Nouveau nom" }).fill("bureau");
  await claire.getByRole("dialog").getByRole("button", { name: "Enregistrer" }).click();
  await claire.getByRole("button", { name: "Colonne bureau" }).waitFor();
  await claire.locator("button:not([aria-busy])", { hasText: "Enregistrer" }).click();
  const changes = claire.getByRole("list", { name: "Ce qui change dans les colonnes" });
  await changes.getByText("Absentes : agence").waitFor();
  await claire.getByRole("dialog").getByRole("button", { name: "Enregistrer" }).click();
  await claire.waitForURL(place);
  await other.getByRole("button", { name: /bureau/ }).waitFor();

  await claire.goto(`${place}/model`);
  await claire.getByRole("button", { name: "Ajouter une mesure" }).click();
  await claire.getByRole("textbox", { name: "Libellé en français" }).fill("Chiffre d’affaires");
  await claire.getByRole("textbox", { name: "Nom en SQL" }).fill("ca");
  await claire.getByRole("textbox", { name: "Expression SQL" }).fill("sum(montant)");
  await claire.getByRole("button", { name: "Tester", exact: true }).click();
  await claire
    .getByText(/1\s800/)
    .first()
    .waitFor();
  await claire.getByRole("button", { name: "Tout tester" }).click();
  await claire.getByText("1 sur 1 donne un chiffre").waitFor();
  await claire.getByRole("button", { name: "Enregistrer" }).click();
  await claire.getByText("Modèle enregistré").waitFor();
  expect(refused).toEqual([]);
});
