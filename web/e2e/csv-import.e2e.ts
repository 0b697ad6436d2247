import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { base, enter, launch } from "./journey.ts";
import { policyFaults } from "./policy.ts";

let browser: Browser;
let page: Page;
const faults: string[] = [];
let refused: string[] = [];

beforeAll(async () => {
  browser = await launch();
  page = await enter(browser, "member");
  refused = await policyFaults(page);
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (/Content Security Policy|TrustedScript/.test(message.text())) faults.push(message.text());
  });
});
afterAll(() => browser.close());

/** Windows-1252, where the euro sign is 0x80. */
const latin = (text: string): Buffer => Buffer.from(text.replaceAll("€", "\u0080"), "latin1");
const drop = async (name: string, content: Buffer | string): Promise<void> => {
  await page.goto(`${base()}/analytics`);
  const buffer = typeof content === "string" ? Buffer.from(content) : content;
  await page.getByTestId("csv-file").setInputFiles({ name, mimeType: "text/csv", buffer });
};
/** The main button once the reading is over. */
const goOn = (rows: string) =>
  page.locator("button:not([aria-busy])", { hasText: `Continuer avec ${rows}` });

const MONTHS = Array.from({ length: 240 }, (_, at) => {
  const day = `${String((at % 28) + 1).padStart(2, "0")}/${String((at % 12) + 1).padStart(2, "0")}/2026`;
  return `${day};${at % 2 ? "Lyon" : "Grenoble"};1 ${100 + at},50 €;${at % 3 ? "oui" : "non"}`;
});
const COMPTA = latin(
  [
    "Export de gestion",
    "date;agence;montant;soldé",
    ...MONTHS,
    "31/06/2026;Annecy;5,00 €;oui",
    "court",
    "TOTAL;;9,00 €;",
  ].join("\r\n"),
);

describe("a French accounting export in windows-1252", () => {
  it("is read, and says how", async () => {
    await drop("gestion.csv", COMPTA);
    await goOn("240 lignes").waitFor();
    const panel = page.getByRole("complementary");
    for (const text of [
      "1 ligne de titre sautée",
      "« TOTAL » reconnu",
      "les accents ne sont pas de l’UTF-8",
      // One in two dates reads both ways; this one alone settles it.
      "Sûr : « 13/01/2026 » ne se lit que dans cet ordre",
    ]) {
      await expect.poll(() => panel.getByText(text).count()).toBe(1);
    }
    await expect.poll(() => page.getByText("Date impossible").count()).toBe(1);
    await expect.poll(() => page.getByRole("cell", { name: "31/06/2026;Annecy" }).count()).toBe(1);
  });

  it("is read again at once when a decision changes", async () => {
    await page.getByRole("button", { name: /^Dates/ }).click();
    await page.getByRole("option", { name: "mm/jj/aaaa" }).click();
    await page.getByText("Choisi par vous, au lieu de jj/mm/aaaa").waitFor();
    await page.getByRole("button", { name: "Détecter" }).click();
    await expect.poll(() => page.getByText("Choisi par vous").count()).toBe(0);
    await goOn("240 lignes").waitFor();
  });

  it("is kept and says at once what is in it, with questions to begin with and a way to its reading", async () => {
    await page.keyboard.press("Control+Enter");
    await page.waitForURL(/\/analytics\/ds_/);
    await page.getByRole("application", { name: /montant par mois/ }).waitFor();
    await page.getByText(/^«\sLyon\s» arrive en tête, avec 146\s460/).waitFor();
    expect(await page.getByRole("textbox", { name: "Requête SQL" }).count()).toBe(0);
    const way = page.getByRole("main").getByRole("link", { name: "Lecture et étapes" });
    expect(await way.getAttribute("href")).toBe(`${new URL(page.url()).pathname}/edit`);
    await page.getByRole("button", { name: "Somme de montant par agence", exact: true }).click();
    await page.getByRole("application", { name: /montant par agence/ }).waitFor();
    const written = page.getByRole("textbox", { name: "Requête SQL" });
    await expect.poll(() => written.innerText()).toContain("GROUP BY");
  });

  it("is drawn by month and answers in a table", async () => {
    await page
      .getByRole("combobox", { name: /^Poser une question/ })
      .fill("montant par mois et agence");
    await page.getByRole("option", { name: "Somme de montant par mois et agence" }).click();
    await page.getByRole("application", { name: /montant/ }).waitFor();
    await page.getByText("Tableau", { exact: true }).click();
    const grid = page.getByRole("grid");
    await grid.getByText("Grenoble").first().waitFor();
    expect(await grid.getByRole("columnheader").allInnerTexts()).toEqual([
      "date",
      "agence",
      "montant",
    ]);
  });

  it("refuses to write, in words, and keeps the last answer", async () => {
    const editor = page.getByRole("textbox", { name: "Requête SQL" });
    await editor.click();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("DROP TABLE gestion");
    await page.keyboard.press("Control+Enter");
    await page.getByText("La requête n’a pas pu être exécutée").waitFor();
    await expect.poll(() => page.getByRole("grid").count()).toBe(1);
    await page.keyboard.press("Control+A");
    await page.keyboard.type("SELECT agense FROM gestion");
    await page.keyboard.press("Control+Enter");
    await page.getByText("La colonne « agense » n’existe pas. Vouliez-vous « agence » ?").waitFor();
    const raw = page.getByText(/^Binder Error/);
    expect(await raw.isVisible()).toBe(false);
    await page.getByText("Message de DuckDB").click();
    await raw.waitFor();
    await editor.click();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("SELECT count(*) AS lignes FROM gestion");
    // What is run is what was typed: brackets that close by themselves are typed over.
    await expect.poll(() => editor.textContent()).toBe("SELECT count(*) AS lignes FROM gestion");
    await page.keyboard.press("Control+Enter");
    await page.getByText("240", { exact: true }).first().waitFor();
  });

  it("is still there after a reload, with the last query, and asks nothing of the server while it works", async () => {
    await page.reload();
    await page.getByText("240", { exact: true }).first().waitFor();
    await page.context().setOffline(true);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.getByRole("tab", { name: /Lignes/ }).click();
    await page.getByRole("grid").getByText("Grenoble").first().waitFor();
    const head = page.getByRole("columnheader", { name: /montant/ });
    await head.getByText("montant").click();
    await head.getByText("montant").click();
    await page.getByRole("grid").getByText("1 339,5").first().waitFor();
    await page.context().setOffline(false);
    expect(asked.filter((url) => !/\/api\/|^blob:|\/assets\//.test(url))).toEqual([]);
  });

  it("opens with the network cut, after a reload as well", async () => {
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.reload();
    await page.getByText("240", { exact: true }).first().waitFor();
    await page.context().setOffline(true);
    await page.reload();
    await page.getByText("240", { exact: true }).first().waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
    // Asked, answered and taken away without a network.
    await page.getByRole("textbox", { name: "Requête SQL" }).click();
    await page.keyboard.press("Control+A");
    await page.keyboard.type(
      "SELECT agence, sum(montant) AS total, min(date) AS debut FROM gestion GROUP BY 1 ORDER BY 1",
    );
    await page.keyboard.press("Control+Enter");
    await page
      .getByTestId("result-count")
      .getByText(/^2 lignes/)
      .waitFor();
    await page.getByRole("button", { name: "Exporter" }).click();
    const arrival = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: "CSV" }).click();
    const saved = await arrival;
    expect(saved.suggestedFilename()).toMatch(/^gestion-requete-\d{4}-\d\d-\d\d\.csv$/);
    expect(
      readFileSync(await saved.path(), "utf8")
        .replace(/^\ufeff/, "")
        .trim()
        .split("\r\n"),
    ).toEqual(["agence;total;debut", "Grenoble;146340;01/01/2026", "Lyon;146460;02/02/2026"]);
    await page.context().setOffline(false);
  });

  it("is not seen by another person on the same device", async () => {
    const names = await page.evaluate(async () =>
      (await indexedDB.databases()).map(({ name }) => name ?? ""),
    );
    expect(
      names.filter((name) => /^aetheria\.analytics\.org_\w+\.usr_\w+$/.test(name)),
    ).toHaveLength(1);
  });
});

it("never asked for what the page's policy forbids", () => {
  expect([...faults, ...refused]).toEqual([]);
});
