import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { base, enter, launch, speak } from "./journey.ts";
import { policyFaults } from "./policy.ts";

type Language = "fr" | "en";

let browser: Browser;
let page: Page;
let faults: string[] = [];
const folder = mkdtempSync(join(tmpdir(), "aetheria-csv-"));

beforeAll(async () => {
  browser = await launch();
  page = await enter(browser, "viewer");
  faults = await policyFaults(page);
});
afterAll(async () => {
  await speak(page, "fr");
  await browser.close();
  rmSync(folder, { recursive: true });
});

async function choose(file: string | { name: string; content: string }): Promise<void> {
  await page.goto(`${base()}/analytics`);
  const files =
    typeof file === "string"
      ? file
      : { name: file.name, mimeType: "text/csv", buffer: Buffer.from(file.content, "latin1") };
  await page.getByTestId("csv-file").first().setInputFiles(files);
}

/** A zip whose first file has that name. */
const zip = (name: string): string =>
  `PK\u0003\u0004${"\0".repeat(22)}${String.fromCharCode(name.length)}${"\0".repeat(3)}${name}`;

const REFUSED: readonly [name: string, content: string, answers: Record<Language, string>][] = [
  ["vide.csv", "", { fr: "Ce fichier est vide", en: "This file is empty" }],
  ["blanc.csv", "\n \n\n", { fr: "Ce fichier est vide", en: "This file is empty" }],
  [
    "classeur.xlsx",
    zip("[Content_Types].xml"),
    { fr: "Ce fichier est abîmé ou incomplet", en: "This file is damaged or incomplete" },
  ],
  ["v.zip", zip("v.csv"), { fr: "Ce fichier est compressé", en: "This file is compressed" }],
  [
    "photo.csv",
    "\u0089PNG\r\n\u001a\n",
    { fr: "Ce fichier n’est pas un tableau", en: "This file is not a table" },
  ],
  [
    "export.csv",
    "<!DOCTYPE html>\n<html><body>Session</body></html>\n",
    { fr: "Ce fichier est une page web ou du XML", en: "This file is a web page or XML" },
  ],
  [
    "devis.pdf",
    "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n%%EOF\n",
    { fr: "Ce fichier n’est pas un tableau", en: "This file is not a table" },
  ],
  [
    "d.json",
    '[{"a": 1},\n{"a": ',
    { fr: "Ce fichier est abîmé ou incomplet", en: "This file is damaged or incomplete" },
  ],
];
const ANOTHER = { fr: "Choisir un autre fichier", en: "Choose another file" };

describe.each(["fr", "en"] as const)("what is no table, in %s", (language) => {
  beforeAll(() => speak(page, language));

  it.each(REFUSED)("%s gets an answer of its own", async (name, content, answers) => {
    await choose({ name, content });
    await page.getByRole("heading", { name: answers[language] }).waitFor();
    await expect.poll(() => page.getByRole("button", { name: ANOTHER[language] }).count()).toBe(1);
    // Nothing to go on with, no step to be at, and no panel without content.
    const main = page.getByRole("main");
    await expect.poll(() => main.getByRole("button").count()).toBe(1);
    await expect.poll(() => main.getByRole("list").count()).toBe(0);
    await expect.poll(() => main.getByRole("complementary").count()).toBe(0);
  });

  it("another file takes the place of the refused one", async () => {
    await choose({ name: "vide.csv", content: "" });
    await page.getByRole("button", { name: ANOTHER[language] }).waitFor();
    const buffer = Buffer.from("a;b\n1;2\n");
    await page
      .getByTestId("csv-file")
      .first()
      .setInputFiles({ name: "bon.csv", mimeType: "text/csv", buffer });
    const goOn = { fr: /^Continuer avec 1 ligne/, en: /^Continue with 1 row/ };
    await page.getByRole("button", { name: goOn[language] }).waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  it("of several that were dropped keeps nobody from the others", async () => {
    await page.goto(`${base()}/analytics`);
    const dropped = [
      ["vide.csv", ""],
      ["devis.pdf", "%PDF-1.4\n1 0 obj\n"],
      ["bon.csv", "a;b\n1;2\n"],
    ].map(([name = "", content = ""]) => ({
      name,
      mimeType: "text/csv",
      buffer: Buffer.from(content),
    }));
    await page.getByTestId("csv-file").first().setInputFiles(dropped);
    const next = { fr: "Passer à", en: "Go on with" }[language];
    await page.getByRole("button", { name: new RegExp(`^${next} .{1,2}devis.pdf`) }).click();
    await page.getByRole("button", { name: new RegExp(`^${next} .{1,2}bon.csv`) }).click();
    const goOn = { fr: /^Continuer avec 1 ligne/, en: /^Continue with 1 row/ };
    await page.getByRole("button", { name: goOn[language] }).waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  it("a file of 3 GB is refused before it is read", async () => {
    const path = join(folder, "geant.csv");
    writeFileSync(path, "a;b\n1;2\n".repeat(40_000));
    truncateSync(path, 3_000_000_000);
    await choose(path);
    const title = { fr: /trop grand : 3\sGo/, en: /too large: 3\sGB/ }[language];
    await page.getByRole("heading", { name: title }).waitFor();
    await expect.poll(() => page.getByRole("button", { name: ANOTHER[language] }).count()).toBe(1);
  });

  it("sentences are shown as such, and can be taken all the same", async () => {
    await choose({
      name: "note.txt",
      content:
        "Bonjour,\n\nNous avons parlé du budget, des délais, de tout.\nMerci, à bientôt.\nA\n",
    });
    const title = { fr: "ne ressemble pas à un tableau", en: "doesn’t look like a table" };
    await page.getByText(title[language]).waitFor();
    const goOn = { fr: /^À vérifier : continuer/, en: /^Check: continue/ };
    await expect.poll(() => page.getByRole("button", { name: goOn[language] }).count()).toBe(1);
  });

  it("lines caught between two stray quotes are shown for decision", async () => {
    const lines = Array.from({ length: 120 }, (_, at) => {
      const name = `${at === 40 ? '"' : ""}Nom ${at}${at === 70 ? '"' : ""}`;
      return `${at};${name};${at},50`;
    });
    await choose({ name: "ventes.csv", content: `id;nom;montant\n${lines.join("\n")}\n` });
    const told = { fr: /≈ 30 lignes semblent prises/, en: /≈ 30 lines seem caught/ };
    await page.getByText(told[language]).waitFor();
    const all = { fr: "Toutes les lignes se lisent", en: "Every row can be read" };
    expect(await page.getByText(all[language]).count()).toBe(0);
    const bare = { fr: "Relire sans guillemets", en: "Read without quotes" };
    await page.getByRole("button", { name: bare[language] }).click();
    await page.getByText(all[language]).waitFor();
    const goOn = { fr: /^Continuer avec 120 lignes/, en: /^Continue with 120 rows/ };
    await page.getByRole("button", { name: goOn[language] }).waitFor();
  });
});

it("a file that changes after it was chosen is told as such", async () => {
  await speak(page, "fr");
  const path = join(folder, "change.csv");
  writeFileSync(path, "a;b\n1;2\n");
  await choose(path);
  await page.getByRole("button", { name: /^Continuer avec 1 ligne/ }).waitFor();
  writeFileSync(path, "a;b\n1;2\n3;4\n5;6\n");
  await page.getByRole("button", { name: /^Encodage/ }).click();
  await page.getByRole("option", { name: "Windows-1252" }).click();
  await page.getByRole("heading", { name: "Le fichier ne se lit plus" }).waitFor();
  await expect.poll(() => page.getByRole("button", { name: ANOTHER.fr }).count()).toBe(1);
});

it("an engine whose worker does not arrive is told as such, and tried again", async () => {
  // The service worker would hand out its copy.
  const other = await enter(browser, "viewer", { serviceWorkers: "block" });
  const WORKER = /\/duckdb\/.*\.worker\.js/;
  await other.route(WORKER, (route) => route.abort());
  await other.goto(`${base()}/analytics`);
  const buffer = Buffer.from("a;b\n1;2\n");
  await other
    .getByTestId("csv-file")
    .first()
    .setInputFiles({ name: "bon.csv", mimeType: "text/csv", buffer });
  await other
    .getByRole("heading", { name: "Le moteur d’analyse n’a pas pu être chargé" })
    .waitFor();
  await other.unroute(WORKER);
  await other.getByRole("button", { name: "Réessayer" }).click();
  const goOn = other.getByRole("button", { name: /^Continuer avec 1 ligne/ });
  await goOn.waitFor();
  expect(await other.getByRole("alert").count()).toBe(0);
  await other.context().close();
});

it("did nothing that the page's policy stops", () => {
  expect(faults).toEqual([]);
});
