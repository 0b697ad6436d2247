import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openArchive } from "#scripts/drill/archive.ts";
import { base, enter, launch } from "./journey.ts";

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launch();
  page = await enter(browser, "owner", { acceptDownloads: true });
});
afterAll(() => browser.close());

const archives = () => page.getByRole("list", { name: "Archives" }).getByRole("listitem");

describe("an export of the whole organization", () => {
  it("is started, goes on while the page is away, and is downloaded", async () => {
    await page.goto(`${base()}/settings/data`);
    await page.getByText("Aucun export pour l’instant").waitFor();
    const started = page.waitForResponse((answer) => answer.request().method() === "POST");
    await page.getByRole("button", { name: "Lancer un export" }).click();
    expect((await started).ok()).toBe(true);
    await page.goto(`${base()}/clients`);
    await page.goto(`${base()}/settings/data`);
    const row = archives().first();
    await row.getByText("prête").waitFor({ timeout: 60_000 });
    expect(await row.innerText()).toMatch(/par Claire Morvan/);
    const saved = page.waitForEvent("download");
    await row.getByRole("button", { name: /^Télécharger l’archive/ }).click();
    const download = await saved;
    expect(download.suggestedFilename()).toMatch(/^aetheria-\d{4}-\d{2}-\d{2}\.zip$/);
    const { manifest, lines } = openArchive(new Uint8Array(readFileSync(await download.path())));
    const clients = manifest.tables.find(({ name }) => name === "clients");
    expect(lines(clients?.parts ?? [])).toHaveLength(clients?.rows ?? -1);
    expect(clients?.rows).toBeGreaterThan(20);
    expect(manifest.boards.length).toBeGreaterThan(0);
  });

  it("stands in the audit log and in the access log", async () => {
    await page.goto(`${base()}/audit`);
    const finished = page.getByText("Export de l’entreprise terminé").first();
    await finished.waitFor();
    expect(await finished.isVisible()).toBe(true);
    await page.goto(`${base()}/audit?tab=access`);
    const taken = page.getByText("Archive de l’entreprise téléchargée").first();
    await taken.waitFor();
    expect(await taken.isVisible()).toBe(true);
  });

  it("is deleted by its button, after a question", async () => {
    await page.goto(`${base()}/settings/data`);
    const row = archives().first();
    await row.getByRole("button", { name: /^Supprimer l’archive/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Supprimer", exact: true }).click();
    await row.getByText("supprimée").waitFor();
    await expect.poll(() => row.getByRole("button").count()).toBe(0);
  });

  it("is nobody else's: a member finds neither the page's name nor what it would show", async () => {
    const member = await enter(browser, "member");
    await member.goto(`${base()}/settings/profile`);
    await member.getByRole("link", { name: "Profil" }).first().waitFor();
    expect(await member.getByRole("link", { name: "Données" }).count()).toBe(0);
    await member.context().close();
  });
});
