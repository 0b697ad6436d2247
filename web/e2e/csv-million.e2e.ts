import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeSalesCsv } from "#bench/csv/generate.ts";
import { ROOT } from "#scripts/lib/paths.ts";
import { base, enter, launch } from "./journey.ts";
import { policyFaults } from "./policy.ts";

const PATH = join(ROOT, "bench/data/ventes-1000k.csv");
let browser: Browser;

beforeAll(async () => {
  if (!existsSync(PATH)) await writeSalesCsv(PATH, 1_000_000);
  browser = await launch();
});
afterAll(() => browser.close());

describe("a file of a million rows", () => {
  it("is read without a rejected line, kept, drawn, sorted and stopped on demand", async () => {
    const page = await enter(browser, "owner");
    const refused = await policyFaults(page);
    await page.goto(`${base()}/analytics`);
    await page.getByTestId("csv-file").setInputFiles(PATH);
    await page.getByRole("progressbar", { name: "Lecture en cours" }).waitFor();
    // Its first rows are seen before the rest is read.
    await page.getByText("Premières lignes ; le reste du fichier").waitFor();
    await page.getByRole("cell", { name: "FA-0000001" }).waitFor();
    const goOn = page.locator("button:not([aria-busy])", {
      hasText: "Continuer avec 1 000 000 lignes",
    });
    await goOn.waitFor({ timeout: 60_000 });
    await expect.poll(() => page.getByText("Toutes les lignes se lisent").count()).toBe(1);
    await goOn.click();
    await page.waitForURL(/\/analytics\/ds_/, { timeout: 60_000 });
    await page
      .getByRole("application", { name: /montant_ht/ })
      .first()
      .waitFor();

    await page.getByRole("tab", { name: /Lignes/ }).click();
    const grid = page.getByRole("grid");
    await grid.getByText("FA-0000001").waitFor();
    await page
      .getByRole("columnheader", { name: /montant_ht/ })
      .getByText("montant_ht")
      .click();
    await grid.getByText("FA-0000001").waitFor({ state: "detached" });

    await page.getByRole("tab", { name: "Question" }).click();
    await page.getByRole("textbox", { name: "Requête SQL" }).click();
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText(
      "SELECT count(*) FROM ventes_1000k a, ventes_1000k b WHERE a.quantite < b.quantite",
    );
    await page.keyboard.press("Control+Enter");
    await page.getByRole("button", { name: "Arrêter" }).click();
    await page.getByText("Requête arrêtée").waitFor();
    await page.getByRole("textbox", { name: "Requête SQL" }).click();
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText("SELECT count(*) AS n FROM ventes_1000k");
    await page.keyboard.press("Control+Enter");
    await page.getByText("1 000 000", { exact: true }).first().waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
    expect(refused).toEqual([]);
  }, 180_000);
});
