import { readFileSync } from "node:fs";
import { read, utils } from "@e965/xlsx";
import type { Browser, Download, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findings } from "./axe.ts";
import { base, enter, launch, speak } from "./journey.ts";
import { policyFaults } from "./policy.ts";

let browser: Browser;
let claire: Page;
let karim: Page;
let faults: string[] = [];

beforeAll(async () => {
  browser = await launch();
  [claire, karim] = await Promise.all([enter(browser, "owner"), enter(browser, "member")]);
  await speak(claire, "fr");
  await speak(karim, "fr");
  faults = await policyFaults(claire);
});
afterAll(() => browser.close());

/** 240 sales of 10.50: 120 of Lyon, 80 of Annecy, 40 of Valence, over twelve months of 2026. */
const AGENCIES = ["Lyon", "Lyon", "Lyon", "Annecy", "Annecy", "Valence"];
const FILE = [
  "date;agence;famille;montant",
  ...Array.from({ length: 240 }, (_, at) => {
    const month = String(1 + (Math.floor(at / 6) % 12)).padStart(2, "0");
    return `15/${month}/2026;${AGENCIES[at % 6]};${at % 2 ? "Études" : "Suivi"};10,50`;
  }),
].join("\n");

const card = (page: Page, title: string) => page.getByRole("region", { name: title, exact: true });
const figure = (page: Page, title: string) => card(page, title).locator("p.num").first();
const clean = (text: string | null) => (text ?? "").replaceAll(/\s/g, " ").trim();
const bytesOf = async (file: Download) => readFileSync(await file.path());

/** Adds a widget by its form, as a person who knows SQL does. */
async function add(page: Page, title: string, kind: string, text: string): Promise<void> {
  await page.getByRole("button", { name: "Ajouter un widget" }).first().click();
  const form = page.getByRole("dialog");
  await form.getByText(kind, { exact: true }).click();
  await form.getByRole("textbox", { name: "Titre" }).fill(title);
  if (kind === "Texte") await form.getByRole("textbox", { name: "Texte" }).fill(text);
  else {
    await form.locator(".cm-content").click();
    await page.keyboard.insertText(text);
  }
  await form.getByRole("button", { name: "Ajouter", exact: true }).click();
  await form.waitFor({ state: "detached" });
  await card(page, title).waitFor();
}

/** Takes something out by an entry of a menu. */
async function taken(page: Page, menu: string, entry: string): Promise<Download> {
  await page.getByRole("button", { name: menu, exact: true }).click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: entry }).click(),
  ]);
  return file;
}

it("is made by two people: pinned, filtered, moved by keys, kept as a version, and taken out as it stands", async () => {
  await claire.goto(`${base()}/analytics`);
  await claire.getByRole("button", { name: "Espace" }).click();
  await claire
    .getByRole("dialog")
    .getByTestId("csv-file")
    .setInputFiles({ name: "Ventes.csv", mimeType: "text/csv", buffer: Buffer.from(FILE) });
  await claire.locator("button:not([aria-busy])", { hasText: "Continuer avec 240" }).click();
  await claire.waitForURL(/\/w\/wsp_\w+\?source=src_/);
  const place = claire.url().split("?")[0] ?? "";
  const panel = claire.getByRole("complementary", { name: "Données" });
  await panel.getByRole("button", { name: "Actions pour Ventes" }).click();
  await claire.getByRole("menuitem", { name: "Partager avec l’entreprise…" }).click();
  await claire.getByRole("dialog").getByRole("button", { name: "Partager" }).click();
  await panel.getByText("Partagé avec l’entreprise").waitFor();

  // An empty dashboard says what to do; the first widget comes from its form.
  await claire.getByRole("button", { name: "Créer un tableau de bord" }).click();
  await claire.waitForURL(/\/d\/dsb_/);
  await claire.getByText("Ce tableau de bord est vide").waitFor();
  expect(await findings(claire)).toEqual([]);
  await claire.keyboard.press("e");
  await claire.getByRole("textbox", { name: "Titre du tableau de bord" }).fill("Agences 2026");
  await claire.keyboard.press("Enter");
  await add(claire, "CA", "Chiffre", "SELECT sum(montant) AS ca FROM ventes");
  await add(
    claire,
    "Par agence",
    "Graphique",
    "SELECT agence, sum(montant) AS ca FROM ventes GROUP BY 1",
  );
  await add(
    claire,
    "Liste",
    "Tableau",
    "SELECT agence, count(*) AS ventes, sum(montant) AS ca FROM ventes GROUP BY 1",
  );
  await add(
    claire,
    "Par mois",
    "Graphique",
    "SELECT date_trunc('month', date) AS mois, sum(montant) AS ca FROM ventes GROUP BY 1 ORDER BY 1",
  );
  await add(claire, "À savoir", "Texte", "Les montants sont **hors taxes**.");
  await expect.poll(() => figure(claire, "CA").textContent().then(clean)).toBe("2 520");
  await claire.getByRole("button", { name: "Filtres", exact: true }).click();
  const filters = claire.getByRole("dialog");
  await filters.getByText("Catégorie", { exact: true }).click();
  await filters.getByRole("textbox", { name: "Nom affiché" }).fill("Famille");
  await filters.getByRole("combobox", { name: "Colonne" }).click();
  await claire.keyboard.type("famille");
  await claire.keyboard.press("Enter");
  await filters.getByRole("button", { name: "Enregistrer" }).click();
  await filters.waitFor({ state: "detached" });
  expect(await findings(claire)).toEqual([]);

  // Two people at once: what Claire moves by keys is moved before Karim, who is told by whom.
  const address = claire.url().split("?")[0] ?? "";
  await karim.goto(address);
  await expect.poll(() => figure(karim, "CA").textContent().then(clean)).toBe("2 520");
  await claire.getByRole("button", { name: "Déplacer CA" }).focus();
  await claire.keyboard.press("Shift+ArrowRight");
  await claire
    .getByText(/^CA\s: colonne 1, ligne 1, largeur 4, hauteur 2$/)
    .waitFor({ state: "attached" });
  await karim
    .getByText(/^Modifié par Claire/)
    .first()
    .waitFor();
  await claire.keyboard.press("Control+z");
  await claire.keyboard.press("Control+Shift+z");
  await claire.getByRole("button", { name: "Terminer" }).click();

  // A filter stands in the address, so that a link brings it.
  await claire.getByRole("button", { name: /^Famille/ }).click();
  await claire.getByRole("checkbox", { name: "Études" }).check();
  await expect.poll(() => figure(claire, "CA").textContent().then(clean)).toBe("1 260");
  await claire.keyboard.press("Escape");
  await claire.getByRole("dialog", { name: "Famille" }).waitFor({ state: "detached" });
  await expect.poll(() => figure(claire, "CA").textContent().then(clean)).toBe("1 260");
  expect(new URL(claire.url()).searchParams.get("f.famille")).toBe("Études");
  await karim.goto(claire.url());
  await expect.poll(() => figure(karim, "CA").textContent().then(clean)).toBe("1 260");
  await claire.getByRole("button", { name: "Réinitialiser" }).click();
  await expect.poll(() => figure(claire, "CA").textContent().then(clean)).toBe("2 520");

  // A mark, and a brush along time, narrow the other widgets until Esc takes them back.
  const marks = card(claire, "Par agence").getByRole("application");
  await marks.focus();
  await claire.keyboard.press("ArrowDown");
  await claire.keyboard.press("Enter");
  await expect.poll(() => figure(claire, "CA").textContent().then(clean)).toBe("1 260");
  await claire.keyboard.press("Escape");
  await expect.poll(() => figure(claire, "CA").textContent().then(clean)).toBe("2 520");
  await card(claire, "Par mois").getByRole("application").focus();
  await claire.keyboard.press("ArrowRight");
  await claire.keyboard.press("Shift+ArrowRight");
  await expect.poll(() => figure(claire, "CA").textContent().then(clean)).toBe("504");
  await claire.keyboard.press("Escape");
  await expect.poll(() => figure(claire, "CA").textContent().then(clean)).toBe("2 520");

  // What is taken out is what stands there.
  const csv = await bytesOf(await taken(claire, "Actions pour Liste", "Exporter en CSV"));
  const lines = csv.toString("utf8").replace("\ufeff", "").trim().split("\r\n");
  expect(lines[0]).toBe("agence;ventes;ca");
  expect(lines.slice(1).toSorted()).toEqual(["Annecy;80;840", "Lyon;120;1260", "Valence;40;420"]);
  const shown = await card(claire, "Liste").getByRole("gridcell").allTextContents();
  expect(shown.map(clean)).toEqual(expect.arrayContaining(["Lyon", "120", "1 260"]));
  const book = read(await bytesOf(await taken(claire, "Exporter", "Classeur Excel")));
  expect(book.SheetNames).toEqual(["CA", "Par agence", "Liste", "Par mois", "Filtres"]);
  expect(utils.sheet_to_json(book.Sheets["Filtres"] ?? {})).toEqual([
    { Filtre: "Famille", Valeur: "Tout" },
  ]);
  expect(utils.sheet_to_json(book.Sheets["CA"] ?? {})).toEqual([{ ca: 2520 }]);
  const whole = await bytesOf(await taken(claire, "Exporter", "Image du tableau (PNG)"));
  const one = await bytesOf(await taken(claire, "Actions pour Par agence", "Image (PNG)"));
  // The size stands in the head of a PNG: twice what is on screen.
  const wide = await claire.locator("[data-print]").evaluate((element) => element.clientWidth);
  expect(whole.readUInt32BE(16)).toBe(wide * 2);
  expect(one.readUInt32BE(16)).toBeLessThan(whole.readUInt32BE(16));
  // On paper all is light whatever the theme: charts are drawn anew, tables stand whole.
  await claire.emulateMedia({ media: "print", colorScheme: "dark" });
  const printed = card(claire, "Par agence").getByRole("img", { name: "Par agence" });
  await printed.waitFor();
  const [light = 0] = await printed.evaluate((canvas) => [
    ...((canvas as HTMLCanvasElement).getContext("2d")?.getImageData(2, 2, 1, 1).data ?? []),
  ]);
  expect(light).toBeGreaterThan(240);
  const heading = card(claire, "Par agence").getByRole("heading");
  const ink = await heading.evaluate((title) => {
    const pen = document.createElement("canvas").getContext("2d");
    if (!pen) return 255;
    pen.fillStyle = getComputedStyle(title).color;
    pen.fillRect(0, 0, 1, 1);
    return pen.getImageData(0, 0, 1, 1).data[0] ?? 255;
  });
  expect(ink).toBeLessThan(90);
  const listed = card(claire, "Liste").getByTestId("paper-table");
  expect((await listed.getByRole("row").allTextContents()).map(clean)).toHaveLength(4);
  expect(await card(claire, "Liste").getByRole("grid").isVisible()).toBe(false);
  await claire.emulateMedia({ media: null, colorScheme: null });
  await printed.waitFor({ state: "detached" });
  const paper = (await claire.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(paper).toMatch(/^%PDF/);

  // A version brings back what was taken off, and says before what it would.
  await claire.keyboard.press("e");
  await claire.getByRole("button", { name: "Actions pour À savoir" }).click();
  await claire.getByRole("menuitem", { name: "Retirer" }).click();
  await card(claire, "À savoir").waitFor({ state: "detached" });
  await claire.getByRole("button", { name: "Terminer" }).click();
  await claire.getByRole("button", { name: "Versions" }).click();
  const versions = claire.getByRole("listitem").filter({ hasText: "Ce qui changerait" });
  await versions.nth(1).getByRole("button", { name: "Ce qui changerait" }).click();
  await versions.nth(1).getByText("« À savoir » reviendrait").waitFor();
  expect(await findings(claire)).toEqual([]);
  await versions.nth(1).getByRole("button", { name: "Rétablir" }).click();
  await card(claire, "À savoir").waitFor();
  await card(karim, "À savoir").waitFor();
  await claire.keyboard.press("Escape");

  // However low a chart is on a wide screen, on a phone it is as high as its bars.
  await claire.keyboard.press("e");
  await claire.getByRole("button", { name: "Déplacer Par agence" }).focus();
  for (let less = 0; less < 3; less++) await claire.keyboard.press("Shift+ArrowUp");
  await claire.getByText(/^Par agence\s:.* hauteur 2$/).waitFor({ state: "attached" });
  await claire.getByRole("button", { name: "Terminer" }).click();
  const cut = (page: Page) =>
    card(page, "Par agence")
      .getByRole("application")
      .evaluate((chart) => chart.scrollHeight - chart.clientHeight);
  await expect.poll(() => cut(karim)).toBeGreaterThan(0);

  // On a phone it is read: the title, figures, no scroll to the side.
  await karim.setViewportSize({ width: 390, height: 844 });
  await karim.goto(address);
  await karim.getByRole("heading", { level: 1, name: "Agences 2026" }).waitFor();
  await expect.poll(() => figure(karim, "CA").textContent().then(clean)).toBe("2 520");
  await expect.poll(() => cut(karim)).toBe(0);
  expect(
    await karim.evaluate(() => document.documentElement.scrollWidth - innerWidth),
  ).toBeLessThanOrEqual(0);
  expect(await findings(karim)).toEqual([]);
  expect(place).not.toBe("");
  expect(faults).toEqual([]);
});
