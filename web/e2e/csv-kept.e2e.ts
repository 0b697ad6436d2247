import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { base, enter, launch } from "./journey.ts";
import { policyFaults } from "./policy.ts";

let browser: Browser;
let page: Page;
let faults: string[] = [];
const folder = mkdtempSync(join(tmpdir(), "aetheria-kept-"));

beforeAll(async () => {
  browser = await launch();
  page = await enter(browser, "member");
  faults = await policyFaults(page);
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

const rows = (count: number): string =>
  Array.from({ length: count }, (_, at) => `${at};Nom ${at};${at},50`).join("\n");

const SALES = `id;nom;montant\n${rows(300)}\n`;

async function choose(name: string, content: string): Promise<void> {
  await page.goto(`${base()}/analytics`);
  const buffer = Buffer.from(content);
  await page.getByTestId("csv-file").first().setInputFiles({ name, mimeType: "text/csv", buffer });
}

/** Takes a file in; answers the address of its data set. */
async function keep(name: string): Promise<string> {
  await choose(name, SALES);
  await page.getByRole("button", { name: /^Continuer avec 300 lignes/ }).click();
  await page.waitForURL(/\/analytics\/ds_/);
  await page.getByRole("tab", { name: /Lignes/ }).waitFor();
  return page.url();
}

// The toast that tells of it is a list item too.
const entry = (name: string) => page.getByRole("main").getByRole("link", { name });

async function takeOff(name: string): Promise<void> {
  await page
    .getByRole("main")
    .getByRole("button", { name: `Actions pour ${name}` })
    .click();
  await page.getByRole("menuitem", { name: "Retirer de cet appareil" }).click();
  await entry(name).waitFor({ state: "detached" });
}

/** Waits until the home of analyses has come with no file of this device on it. */
async function withoutFiles(): Promise<void> {
  await page.getByRole("main").getByRole("link", { name: "Honoraires et temps" }).waitFor();
  await page
    .getByRole("heading", { name: "Fichiers de cet appareil" })
    .waitFor({ state: "detached" });
}

/** Files in the private file system of this origin, after a look at the list. */
async function filesKept(): Promise<number> {
  await page.goto(`${base()}/analytics`);
  await withoutFiles();
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const analytics = await root.getDirectoryHandle("analytics", { create: true });
    let files = 0;
    for await (const home of analytics.values()) {
      if (home.kind === "directory") for await (const _ of home.keys()) files++;
    }
    return files;
  });
}

it("takes a file off, brings it back, and takes it off for good", async () => {
  await keep("retour.csv");
  await page.goto(`${base()}/analytics`);
  await takeOff("retour.csv");
  await page.getByRole("button", { name: "Annuler" }).click();
  await entry("retour.csv").waitFor();

  await takeOff("retour.csv");
  // One of the same name meanwhile has a table of its own.
  expect(await keep("retour.csv")).toMatch(/ds_/);
  await page.getByRole("tab", { name: "Question" }).click();
  await page.getByText("retour_2").first().waitFor();
  await page.goto(`${base()}/analytics`);
  await takeOff("retour.csv");
  // Another page and back: it stays off the list although its ten seconds are not over.
  await page.getByRole("link", { name: "Clients" }).first().click();
  await page.waitForURL(/\/clients/);
  await page.getByRole("link", { name: "Analyses" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Analyses" }).waitFor();
  expect(await entry("retour.csv").count()).toBe(0);
  // Closed before its time had come: the next visit takes it off.
  await page.reload();
  await withoutFiles();
  await expect.poll(() => filesKept(), { interval: 1_000 }).toBe(0);
});

it("says so when the browser has cleared the file away", async () => {
  const address = await keep("efface.csv");
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    await root.removeEntry("analytics", { recursive: true });
  });
  await page.goto(address);
  await page.getByRole("heading", { name: "Ce fichier n’est plus sur cet appareil" }).waitFor();
  await expect
    .poll(() => page.getByRole("button", { name: "Importer un fichier" }).count())
    .toBe(1);
});

it("keeps nothing by half when the disk is full, and goes on once there is room", async () => {
  await choose("plein.csv", SALES);
  const goOn = page.getByRole("button", { name: /^Continuer avec 300 lignes/ });
  await goOn.waitFor();
  const session = await page.context().newCDPSession(page);
  const origin = base();
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
  await goOn.click();
  const told = page.getByRole("heading", { name: /n’a pas pu être gardé/ });
  await told.waitFor();
  await session.send("Storage.overrideQuotaForOrigin", { origin });
  await page.getByRole("button", { name: "Réessayer" }).click();
  await goOn.click();
  await page.waitForURL(/\/analytics\/ds_/);
  await page.goto(`${base()}/analytics`);
  await entry("plein.csv").waitFor();
  expect(await entry("plein.csv").count()).toBe(1);
});

it("goes back to the reading before when one is stopped", async () => {
  // From a file: so many bytes take long on their way through the browser's wire.
  const path = join(folder, "grand.csv");
  writeFileSync(path, `id;nom;montant\n${rows(1_200_000)}\n`);
  await page.goto(`${base()}/analytics`);
  await page.getByTestId("csv-file").first().setInputFiles(path);
  const goOn = page.getByRole("button", { name: /^Continuer avec 1\s200\s000 lignes/ });
  await goOn.waitFor({ timeout: 60_000 });
  await page.getByRole("button", { name: /^Séparateur/ }).click();
  await page.getByRole("option", { name: /Virgule/ }).click();
  await page.getByRole("button", { name: "Arrêter" }).click();
  await goOn.waitFor();
  await expect.poll(() => page.getByText("Choisi par vous").count()).toBe(0);
  await page.getByRole("button", { name: /^Séparateur.*Point-virgule/ }).waitFor();
  await goOn.click();
  await page.waitForURL(/\/analytics\/ds_/, { timeout: 60_000 });
  await page.getByRole("tab", { name: /Lignes\s*1\s200\s000/ }).waitFor();
}, 180_000);

it("asks for the file again when the page is reloaded during an import", async () => {
  await choose("recharge.csv", SALES);
  await page.getByRole("button", { name: /^Continuer avec 300 lignes/ }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "Le fichier n’est plus là" }).waitFor();
  await expect
    .poll(() => page.getByRole("button", { name: "Importer un fichier" }).count())
    .toBe(1);
});

it("did nothing that the page's policy stops", () => {
  expect(faults).toEqual([]);
});
