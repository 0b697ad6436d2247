import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findings } from "./axe.ts";
import { base, enter, launch, speak, standing } from "./journey.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const AGENCIES = ["Lyon", "Grenoble", "Annecy", "Valence"];
const FILE = [
  "date;agence;famille;montant",
  ...Array.from({ length: 400 }, (_, at) => {
    const day = `01/${String((at % 10) + 1).padStart(2, "0")}/2026`;
    return `${day};${AGENCIES[at % 4]};${at % 3 ? "Études" : "Suivi"};${(at % 37) + 10},50`;
  }),
  "",
].join("\n");
const SQL = "SELECT agence, sum(montant) AS ca FROM ventes GROUP BY agence";

async function open(page: Page): Promise<void> {
  await page.goto(`${base()}/analytics`);
  await page
    .getByTestId("csv-file")
    .first()
    .setInputFiles({ name: "ventes.csv", mimeType: "text/csv", buffer: Buffer.from(FILE) });
  await page.getByRole("button", { name: /400/ }).waitFor();
  await page.keyboard.press("Control+Enter");
  await page.waitForURL(/\/analytics\/ds_/);
  await page.getByRole("tab", { name: "Question" }).click();
  await page.getByRole("application", { name: /montant/ }).waitFor();
}

async function ask(page: Page, sql: string): Promise<void> {
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(sql);
  await page.keyboard.press("Control+Enter");
}

/** Chooses another kind of chart. */
async function shownAs(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Régler le graphique" }).click();
  await page.getByRole("radio", { name, exact: true }).check();
  await page.keyboard.press("Escape");
}

it.each([
  ["light", 1440, 900],
  ["dark", 390, 844],
] as const)(
  "a chart is walked by keys, opens its rows, and is shown as another kind (%s, %i × %i)",
  async (colorScheme, width, height) => {
    const page = await enter(browser, "viewer", { colorScheme, viewport: { width, height } });
    await speak(page, "fr");
    await open(page);
    await ask(page, SQL);
    const chart = page.getByRole("application", { name: /ca par agence/ });
    await chart.focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    const said = page.locator("[aria-live=polite]", {
      hasText: /^(?:Lyon|Grenoble|Annecy|Valence) : /,
    });
    await said.waitFor({ state: "attached" });
    const [, figure = ""] = ((await said.textContent()) ?? "").split(" : ");
    await page.keyboard.press("Enter");
    const drill = page.getByTestId("drill");
    await drill.getByText("100 lignes donnent").waitFor();
    expect(await drill.getByRole("status").textContent()).toContain(figure.replace(/,00$/, ""));
    // A phone shows each row as a card, and the grid on request.
    const phone = width < 640;
    await drill.getByRole(phone ? "list" : "grid", { name: /Lignes derrière/ }).waitFor();
    expect(await findings(page, ["moderate", "serious", "critical"])).toEqual([]);
    if (phone) await drill.getByText("Tableau", { exact: true }).click();
    await drill.getByRole("grid").waitFor();
    expect(await findings(page, ["moderate", "serious", "critical"])).toEqual([]);
    await page.keyboard.press("Escape");
    await drill.waitFor({ state: "detached" });

    // A figure of the table beside the chart opens the same rows.
    await page.getByRole("radio", { name: "Tableau", exact: true }).press("Space");
    await page
      .getByRole("button", { name: /voir ses lignes$/ })
      .first()
      .click();
    await drill.getByText("100 lignes donnent").waitFor();
    // Beside the page, or on a phone over the whole of it.
    expect((await standing(drill)).width).toBeGreaterThan(Math.min(width, 640) - 48);
    await page.keyboard.press("Escape");
    await drill.waitFor({ state: "detached" });
    await page.getByRole("radio", { name: "Graphique", exact: true }).press("Space");

    await page.getByRole("button", { name: "Régler le graphique" }).click();
    expect(await page.getByRole("radio", { name: /Courbe/ }).isDisabled()).toBe(true);
    expect(await findings(page, ["moderate", "serious", "critical"])).toEqual([]);
    await page.keyboard.press("Escape");
    await shownAs(page, "Secteurs");
    await page.getByRole("button", { name: "Exporter" }).click();
    const [picture] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: "Image SVG" }).click(),
    ]);
    const drawn = readFileSync(await picture.path(), "utf8");
    expect(drawn).toContain("ventes.csv · Établi le");
    expect(drawn).toContain("<title>");

    await ask(page, "SELECT agence, date, famille, sum(montant) AS ca FROM ventes GROUP BY ALL");
    await page
      .getByTestId("result-count")
      .getByText(/^40|^80/)
      .waitFor();
    await shownAs(page, "Tableau croisé");
    const pivot = page.getByTestId("pivot");
    await pivot
      .getByRole("row", { name: /^Total / })
      .last()
      .waitFor();
    expect(await findings(page, ["moderate", "serious", "critical"])).toEqual([]);
    const cell = pivot.getByRole("row", { name: /^Lyon/ }).first().getByRole("button").first();
    await cell.click();
    await drill.getByText(/lignes? donnent?/).waitFor();
    await page.keyboard.press("Escape");
    await drill.waitFor({ state: "detached" });
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    ).toBeLessThanOrEqual(0);
    await pivot.getByRole("button", { name: "Total", exact: true }).click();
    const shown = await pivot.getByRole("row").last().getByRole("cell").allTextContents();
    await page.getByRole("button", { name: "Exporter" }).click();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: "CSV" }).click(),
    ]);
    const last = readFileSync(await file.path(), "utf8")
      .trimEnd()
      .split("\r\n")
      .at(-1);
    const plain = shown.map((text) => text.replaceAll(/\s/g, "").replace(/,0+$/, ""));
    expect(last?.split(";").slice(2)).toEqual(plain);
    await page.context().close();
  },
);
