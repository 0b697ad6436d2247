import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { base, enter, launch, speak } from "./journey.ts";

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launch();
  page = await enter(browser, "owner");
});
afterAll(async () => {
  await speak(page, "fr");
  await browser.close();
});

const many = (count: number, line: (at: number) => string): string[] =>
  Array.from({ length: count }, (_, at) => line(at));
const good = (at: number): string => `${at};Client ${at};${(at % 28) + 1}/03/2026;${at},50`;
/** 1,000 lines that read, 101 of four other kinds, then a quote that takes 20 more with it. */
const BROKEN = [
  "id;nom;date;montant",
  ...many(1_000, good),
  ...many(60, (at) => `${at};court`),
  ...many(15, (at) => `${at};X;31/06/2026;1,00`),
  ...many(15, (at) => `${at};X;01/02/2026;abc`),
  ...many(10, (at) => `${at};X;01/02/2026;1,00;trop`),
  '9;"Delorme;01/02/2026;1,00',
  ...many(20, good),
  "",
].join("\n");

async function choose(content: string): Promise<void> {
  await page.goto(`${base()}/analytics`);
  const buffer = Buffer.from(content);
  await page
    .getByTestId("csv-file")
    .first()
    .setInputFiles({ name: "casse.csv", mimeType: "text/csv", buffer });
}

/** Lines in the file that the button gives, its head left out. */
async function exported(button: string): Promise<number> {
  const arrival = page.waitForEvent("download");
  await page.getByRole("button", { name: button, exact: true }).click();
  const text = readFileSync(await (await arrival).path(), "utf8");
  return text.trim().split(/\r?\n/).length - 1;
}

const SAID = {
  fr: {
    rejected: "121 lignes rejetées",
    goOn: /^À vérifier : continuer avec 1\s000 lignes/,
    export: "Exporter les 121",
    others: "71 autres",
    fill: "Compléter à vide",
    empty: "Garder avec des vides",
    both: "31 lignes rejetées, 30 lignes gardées avec des vides",
    goOnKept: /^À vérifier : continuer avec 1\s090 lignes/,
    exportKept: "Exporter les 61",
    left: "31 lignes rejetées",
    cancel: "Annuler",
    one: ["1 ligne rejetée", "Exporter la ligne", /^Continuer avec 2 lignes/],
  },
  en: {
    rejected: "121 rejected rows",
    goOn: /^Check: continue with 1,000 rows/,
    export: "Export all 121",
    others: "71 others",
    fill: "Fill with blanks",
    empty: "Keep with blanks",
    both: "31 rejected rows, 30 rows kept with blanks",
    goOnKept: /^Check: continue with 1,090 rows/,
    exportKept: "Export all 61",
    left: "31 rejected rows",
    cancel: "Cancel",
    one: ["1 rejected row", "Export the line", /^Continue with 2 rows/],
  },
} as const;

describe.each(["fr", "en"] as const)("counts of rejected lines, in %s", (language) => {
  const said = SAID[language];
  beforeAll(() => speak(page, language));

  it("agree in title, button, rest and file, before and after a choice", async () => {
    await choose(BROKEN);
    await page.getByRole("heading", { name: said.rejected }).waitFor();
    await page.getByRole("button", { name: said.goOn }).waitFor();
    await expect.poll(() => page.getByText(said.others, { exact: true }).count()).toBe(1);
    expect(await exported(said.export)).toBe(121);
    await page.getByRole("button", { name: said.fill, exact: true }).click();
    await page.getByRole("button", { name: said.fill, exact: true }).waitFor({ state: "detached" });
    await page.getByRole("button", { name: said.empty, exact: true }).click();
    await page.getByRole("heading", { name: said.both }).waitFor();
    await page.getByRole("button", { name: said.goOnKept }).waitFor();
    expect(await exported(said.exportKept)).toBe(61);
    await page.getByRole("button", { name: said.goOnKept }).click();
    await page.waitForURL(/\/analytics\/ds_/);
    await page.getByRole("tab", { name: /1[\s,]090/ }).waitFor();
    // What the import said is still said of the file that came of it.
    await page.getByText(said.left, { exact: true }).waitFor();
  });

  it("leave both buttons on the screen of a phone", async () => {
    const size = page.viewportSize();
    await page.setViewportSize({ width: 390, height: 844 });
    await choose(BROKEN);
    for (const name of [said.goOn, said.cancel]) {
      const box = await page.getByRole("button", { name }).first().boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
    }
    if (size) await page.setViewportSize(size);
  });

  it("have a singular", async () => {
    await choose("a;b\n1;2\n3\n4;5\n");
    const [title, button, goOn] = said.one;
    await page.getByRole("heading", { name: title }).waitFor();
    await page.getByRole("button", { name: goOn }).waitFor();
    expect(await exported(button)).toBe(1);
  });
});
