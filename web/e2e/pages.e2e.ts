import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mailedToken } from "#scripts/lib/outbox.ts";
import { atRest, findings } from "./axe.ts";
import { base, enter, lane, launch, speak } from "./journey.ts";
import { policyFaults } from "./policy.ts";

// Every page as each sort of reader gets it. PAGES_SHOTS=<folder> keeps the pictures.
const SHOTS = process.env["PAGES_SHOTS"];
const ENTRY = [
  "/sign-in",
  "/register",
  "/register#ttttttttttttttttttttttttttttttttttttttttttt",
  "/invitation#x",
  "/forgot",
  "/reset#ttttttttttttttttttttttttttttttttttttttttttt",
  "/verify#ttttttttttttttttttttttttttttttttttttttttttt",
];
const PAGES = [
  "/",
  "/clients",
  "/clients?view=due",
  "/notes",
  "/notes?q=plancher",
  "/boards",
  "/tasks",
  "/tasks?tab=mentions",
  "/boards/import",
  "/boards?archived=1",
  "/analytics",
  "/analytics/import",
  "/analytics/connections",
  "/audit",
  "/audit?tab=access",
  "/audit?tab=sign-ins",
  "/settings/profile",
  "/settings/security",
  "/settings/devices",
  "/settings/members",
  "/settings/roles",
  "/settings/divisions",
  "/settings/organization",
  "/settings/data",
  "/settings/webhooks",
  "/settings/tokens",
  "/settings/service-accounts",
  "/nowhere",
];
const LOOKS = [
  { language: "fr", colorScheme: "light", width: 1440, height: 900 },
  { language: "en", colorScheme: "dark", width: 1440, height: 900 },
  { language: "fr", colorScheme: "dark", width: 390, height: 844 },
  { language: "en", colorScheme: "light", width: 390, height: 844 },
] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Everything that is wrong with the page as it stands, told with its address. */
async function faultsOf(page: Page, path: string, picture: string): Promise<string[]> {
  // Between two places behind the # of one page no page would be loaded.
  await page.goto("about:blank");
  await page.goto(`${base()}${path}`);
  return faultsHere(page, path, picture);
}

/** The same of a page that is open. */
async function faultsHere(page: Page, path: string, picture: string): Promise<string[]> {
  // By tag: a page that opens with a dialog takes everything behind it out of the roles.
  await page.locator("main").first().waitFor();
  await page.waitForLoadState("networkidle");
  await still(page);
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${picture}.png` });
  const { headings, over, title } = await page.evaluate(() => ({
    headings: [...document.querySelectorAll("h1")].filter((one) => one.checkVisibility()).length,
    over: document.documentElement.scrollWidth - innerWidth,
    title: document.title,
  }));
  return [
    ...(headings === 1 ? [] : [`${headings} first headings`]),
    ...(over > 0 ? [`${over} px too wide`] : []),
    ...(title ? [] : ["no title"]),
    ...(await foundAtRest(page)),
  ].map((fault) => `${path}: ${fault}`);
}

/** Waits until nothing is on its way, and nothing moves. */
async function still(page: Page): Promise<void> {
  await page.locator("[aria-busy=true]").first().waitFor({ state: "detached" });
  await atRest(page);
}

/** What axe finds. Figures that are read anew are dim meanwhile: the page is judged again once they are there. */
async function foundAtRest(page: Page, again = 4): Promise<string[]> {
  const watch = await page.evaluateHandle(() => {
    let seen = document.querySelector("[aria-busy=true]") !== null;
    const observer = new MutationObserver(() => void (seen = true));
    observer.observe(document.body, { subtree: true, attributeFilter: ["aria-busy"] });
    return { end: () => (observer.disconnect(), seen) };
  });
  const found = await findings(page, ["moderate", "serious", "critical"]);
  const wasBusy = await watch.evaluate((one) => one.end());
  if (found.length === 0 || !wasBusy || again === 0) return found;
  await still(page);
  return foundAtRest(page, again - 1);
}

/** The addresses of the demo's analyses, found as a person does. */
async function analysesOf(page: Page): Promise<[name: string, path: string][]> {
  const linked = async (pattern: string): Promise<string> => {
    const link = page.locator(`main a[href^='${pattern}']`).first();
    await link.waitFor();
    return (await link.getAttribute("href")) ?? "";
  };
  await page.goto(`${base()}/analytics`);
  // Other journeys leave workspaces too; the demo's may be linked by what was made in it.
  const link = page
    .locator("main a[href^='/analytics/w/wsp_']")
    .filter({ hasText: "Honoraires et temps" })
    .first();
  await link.waitFor();
  const href = (await link.getAttribute("href")) ?? "";
  const [space = ""] = /^\/analytics\/w\/\w+/.exec(href) ?? [];
  await page.goto(`${base()}${space}`);
  const dashboard = await linked(`${space}/d/`);
  const question = await linked(`${space}/q/`);
  return [
    ["workspace", space],
    ["model", `${space}/model`],
    ["build", `${space}/build`],
    ["ask", `${space}/ask`],
    ["question", question],
    ["dashboard", dashboard],
  ];
}

/** Pages that show rows or figures once the engine has read the data. */
const READING = ["build", "question", "dashboard"];

/** Waits for what the engine says, and until nothing is on its way any more. */
async function dataRead(page: Page, name: string): Promise<void> {
  const main = page.getByRole("main");
  if (READING.includes(name)) await main.locator("canvas, table, [role=grid]").first().waitFor();
  await main.getByRole("progressbar").first().waitFor({ state: "detached" });
}

/** Opens a file of this device up to its preview, where two of its lines are set aside. */
async function openFile(page: Page): Promise<void> {
  await page.goto(`${base()}/analytics`);
  const rows = "Lyon;12,50\nVienne;9,00\n".repeat(30);
  const buffer = Buffer.from(`agence;montant\n${rows}court\ncourt\n`);
  const file = { name: "pages.csv", mimeType: "text/csv", buffer };
  await page.getByTestId("csv-file").first().setInputFiles(file);
  await page.getByRole("heading", { name: /^2 / }).waitFor();
}

interface Look {
  language: "fr" | "en";
  colorScheme: "light" | "dark";
  width: number;
  height: number;
}

const optionsOf = ({ language, colorScheme, width, height }: Look) => ({
  viewport: { width, height },
  colorScheme,
  locale: { fr: "fr-FR", en: "en-US" }[language],
  reducedMotion: "reduce" as const,
  hasTouch: width < 500,
});
const pictureOf = ({ language, colorScheme, width }: Look, path: string) =>
  `${language}-${colorScheme}-${width}-${path.replaceAll(/\W+/g, "_")}`;

describe.each(LOOKS)("$language, $colorScheme, $width × $height", (look) => {
  const { language, width } = look;
  const options = optionsOf(look);
  const picture = (path: string) => pictureOf(look, path);

  it("welcomes who is not signed in", async () => {
    const page = await (await browser.newContext(options)).newPage();
    const offences = await policyFaults(page);
    const faults: string[] = [];
    for (const path of ENTRY) faults.push(...(await faultsOf(page, path, picture(path))));
    expect([...faults, ...offences]).toEqual([]);
    await page.context().close();
  });

  it("begins with a mail: asked for, the form behind its link, and an account that is there already", async () => {
    const page = await (await browser.newContext(options)).newPage();
    const offences = await policyFaults(page);
    const email = `page-${language}-${width}-${Date.now().toString(36)}@studio.example`;
    await page.goto(`${base()}/register`);
    await page.getByRole("textbox").fill(email);
    await page.getByRole("main").getByRole("button").click();
    await page.getByRole("main").getByRole("status").waitFor();
    const faults = await faultsHere(page, "asked", picture("/register-asked"));
    const form = await mailedToken(base(), email, "register");
    faults.push(...(await faultsOf(page, `/register#${form}`, picture("/register-form"))));
    const owner = lane().people.find(({ role }) => role === "owner")?.email ?? "";
    await page.request.post(`${base()}/api/v1/auth/register/start`, {
      headers: { origin: base() },
      data: { email: owner, language },
    });
    const known = await mailedToken(base(), owner, "register_known");
    faults.push(...(await faultsOf(page, `/register#${known}`, picture("/register-known"))));
    expect([...faults, ...offences]).toEqual([]);
    await page.context().close();
  });

  it("has one first heading a page, fits, keeps the policy and gives axe nothing to say", async () => {
    const page = await enter(browser, "owner", options);
    const offences = await policyFaults(page);
    await speak(page, language);
    const faults: string[] = [];
    for (const path of PAGES) faults.push(...(await faultsOf(page, path, picture(path))));
    const board = page.locator("main a[href^='/boards/']").first();
    await page.goto(`${base()}/boards`);
    const address = (await board.getAttribute("href")) ?? "";
    faults.push(...(await faultsOf(page, address, picture("/board"))));
    faults.push(...(await faultsOf(page, `${address}?archive=1`, picture("/board-archive"))));
    faults.push(...(await faultsOf(page, `${address}?tags=1`, picture("/board-tags"))));
    // Before anything is judged: journeys after these read French.
    await speak(page, "fr");
    expect([...faults, ...offences]).toEqual([]);
    await page.context().close();
  }, 240_000);
});

// Pages that start the engine are slow: each language, colour and size once.
const ANALYSES: Look[] = [
  { language: "en", colorScheme: "dark", width: 1440, height: 900 },
  { language: "fr", colorScheme: "light", width: 390, height: 844 },
];

it.each(ANALYSES)(
  "the same of analyses with their figures: $language, $colorScheme, $width",
  async (look) => {
    const { language } = look;
    const page = await enter(browser, "owner", optionsOf(look));
    const offences = await policyFaults(page);
    const faults: string[] = [];
    const judge = async (name: string) =>
      faults.push(...(await faultsHere(page, name, pictureOf(look, `/analyses-${name}`))));
    try {
      await speak(page, language);
      for (const [name, path] of await analysesOf(page)) {
        await page.goto(`${base()}${path}`);
        await dataRead(page, name);
        await judge(name);
        if (name !== "model") continue;
        for (const tab of [1, 2]) {
          await page.getByRole("tab").nth(tab).click();
          await page.locator("main textarea, main [aria-expanded]").first().waitFor();
          await judge(`model-${tab}`);
        }
      }
      await openFile(page);
      await judge("preview");
      await page.keyboard.press("Control+Enter");
      await page.waitForURL(/\/analytics\/ds_/);
      await judge("file");
    } finally {
      // Whatever was found: journeys after these read French.
      await speak(page, "fr");
    }
    expect([...faults, ...offences]).toEqual([]);
    await page.context().close();
  },
  240_000,
);
