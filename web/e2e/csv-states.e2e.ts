import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { password, startOrganization } from "#scripts/demo/session.ts";
import { findings } from "./axe.ts";
import { base, enter, launch, speak } from "./journey.ts";

/** One firm for all four looks: databases of the pool are few. */
const NEWCOMER = {
  organization: "Studio neuf",
  name: "Inès Roussel",
  email: `states-${Date.now()}@studio.example`,
  password: password(),
  language: "fr",
} as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
  await startOrganization(base(), NEWCOMER);
});
afterAll(() => browser.close());

const lines = Array.from({ length: 200 }, (_, at) => {
  const day = `${String((at % 28) + 1).padStart(2, "0")}/0${(at % 9) + 1}/2026`;
  return `${day};${at % 2 ? "Lyon" : "Grenoble"};${at * 7},50;${at % 3 ? "oui" : "non"}`;
});
/** Lines of each kind, a quote that swallows some among them, so that all that can be said of a file is. */
const FILE = [
  "date;agence;montant;soldé",
  ...lines,
  "court",
  "31/06/2026;Annecy;5,00;oui",
  '01/02/2026;"Delorme;5,00;oui',
  ...lines.slice(0, 9),
  "",
].join("\n");

async function choose(page: Page, content: string): Promise<void> {
  await page.goto(`${base()}/analytics`);
  const buffer = Buffer.from(content);
  await page
    .getByTestId("csv-file")
    .first()
    .setInputFiles({ name: "ventes.csv", mimeType: "text/csv", buffer });
}

async function ask(page: Page, sql: string): Promise<void> {
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(sql);
  await page.keyboard.press("Control+Enter");
}

/** Signs in the only person of a firm that has nothing yet, and opens analyses. */
async function newcomer(
  options: { colorScheme: "light" | "dark"; viewport: { width: number; height: number } },
  language: "fr" | "en",
): Promise<Page> {
  const page = await (await browser.newContext({ ...options, locale: "fr-FR" })).newPage();
  await page.goto(`${base()}/sign-in`);
  await page.locator("input[type=email]").fill(NEWCOMER.email);
  await page.locator("input[type=password]").fill(NEWCOMER.password);
  await page.keyboard.press("Enter");
  await page.getByRole("navigation").first().waitFor();
  await speak(page, language);
  await page.goto(`${base()}/analytics`);
  await page
    .getByText({ fr: "il est lu dans votre navigateur", en: "read in your browser" }[language])
    .waitFor();
  return page;
}

/** What axe finds, and how far the page is too wide. */
async function faultsOf(page: Page): Promise<unknown[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  const found = await findings(page, ["moderate", "serious", "critical"]);
  return over > 0 ? [...found, `${over} px too wide`] : found;
}

/** Brings the page into each of its states in turn. What it waits for is the same in both languages. */
const STATES: readonly [name: string, reach: (page: Page) => Promise<void>][] = [
  [
    "a refused file",
    async (page) => {
      await choose(page, "");
      await page.getByRole("alert").waitFor();
    },
  ],
  [
    "a preview with rejected lines",
    async (page) => {
      await choose(page, FILE);
      await page.getByRole("heading", { name: /^12 / }).waitFor();
    },
  ],
  [
    "what is in it",
    async (page) => {
      await page.keyboard.press("Control+Enter");
      await page.waitForURL(/\/analytics\/ds_/);
      await page
        .getByRole("application", { name: /montant/ })
        .first()
        .waitFor();
      await page.getByRole("progressbar").waitFor({ state: "detached" });
    },
  ],
  [
    "a chart",
    async (page) => {
      await page.getByRole("tab").nth(1).click();
      await page.getByRole("application", { name: /montant/ }).waitFor();
    },
  ],
  [
    "a refused query",
    async (page) => {
      await ask(page, "SELECT agense FROM ventes");
      await page.getByText(/DuckDB/).click();
      await page.getByText(/^Binder Error/).waitFor();
    },
  ],
  [
    "no answer",
    async (page) => {
      await ask(page, "SELECT * FROM ventes WHERE agence = 'Paris'");
      await page.getByTestId("result-count").getByText(/^0/).waitFor();
    },
  ],
  [
    "all rows",
    async (page) => {
      await page.getByRole("tab").nth(3).click();
      await page.getByRole("grid").getByText("Grenoble").first().waitFor();
    },
  ],
  [
    "the list",
    async (page) => {
      await page.goto(`${base()}/analytics`);
      await page.getByRole("main").getByRole("link", { name: "ventes.csv" }).waitFor();
    },
  ],
];

describe.each([
  ["fr", "light", 1440, 900],
  ["en", "dark", 1440, 900],
  ["en", "light", 390, 844],
  ["fr", "dark", 390, 844],
] as const)("%s, %s, %i × %i", (language, colorScheme, width, height) => {
  let page: Page;
  beforeAll(async () => {
    page = await enter(browser, "viewer", { colorScheme, viewport: { width, height } });
    await speak(page, language);
  });
  afterAll(async () => {
    await speak(page, "fr");
    await page.context().close();
  });

  it.each(STATES)("%s fits and gives axe nothing to say", async (_, reach) => {
    await reach(page);
    expect(await faultsOf(page)).toEqual([]);
  });

  it("nothing yet fits and gives axe nothing to say", async () => {
    const options = { colorScheme, viewport: { width, height } };
    const first = await newcomer(options, language);
    expect(await faultsOf(first)).toEqual([]);
    await first.context().close();
  });
});
