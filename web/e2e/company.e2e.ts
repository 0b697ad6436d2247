import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findings } from "./axe.ts";
import { base, launch } from "./journey.ts";
import { register } from "./mailbox.ts";

// A firm of its own, which somebody with another one joins: nothing here changes what other journeys find. Whoever signs in is
// led to the firm where they were last, so nobody of the demo may come here.
const IMPACTS = ["moderate", "serious", "critical"];
const stamp = Date.now().toString(36);
const firm = `Studio ${stamp}`;

let browser: Browser;
let nadia: Page;
let karim: Page;
let karimsName: string;

/** Somebody who has just founded a firm, at home in it. */
async function founder(name: string, organization: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: "fr-FR" })).newPage();
  const email = `${name.split(" ")[0]?.toLowerCase()}-${stamp}@studio.example`;
  await register(page, { organization, name, email, password: "quatre zèbres lents dansent" });
  return page;
}

beforeAll(async () => {
  browser = await launch();
  nadia = await founder("Nadia Amrani", firm);
  karim = await founder("Karim Haddad", `Cabinet ${stamp}`);
});
afterAll(() => browser.close());

const press = (page: Page, name: string | RegExp) =>
  page.getByRole("button", typeof name === "string" ? { name, exact: true } : { name }).click();
async function settings(page: Page, name: string): Promise<void> {
  await page.goto(`${base()}/settings/${name}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
}
const toast = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
/** The server's answer to a change that is about to be made. */
const answer = (page: Page, method: string, path: RegExp) =>
  page.waitForResponse(
    (one) => one.request().method() === method && path.test(one.url()) && one.ok(),
  );
const choose = async (page: Page, field: string, option: string | RegExp) => {
  await page.getByRole("button", { name: field }).click();
  await page.getByRole("option", { name: option }).click();
};

it("who is signed in joins by an invitation in one click, and is led in when they come back", async () => {
  await settings(nadia, "members");
  await press(nadia, "Inviter");
  const dialog = nadia.getByRole("dialog");
  await choose(nadia, "Rôle", "Lecteur");
  await dialog.getByRole("button", { name: "Créer le lien" }).click();
  const link = await dialog.getByLabel("Lien d’invitation").inputValue();
  await karim.goto(link);
  await karim.getByRole("heading", { name: `Rejoindre ${firm}` }).waitFor();
  expect(await karim.getByLabel("Mot de passe").count()).toBe(0);
  expect(await findings(karim, IMPACTS)).toEqual([]);
  const join = karim.getByRole("button", { name: /^Rejoindre en tant qu/ });
  karimsName = ((await join.textContent()) ?? "")
    .replace(/^Rejoindre en tant qu(?:e |’)/, "")
    .trim();
  await join.click();
  await karim.waitForURL(`${base()}/`);
  await karim
    .getByRole("button", { name: new RegExp(firm) })
    .first()
    .waitFor();
  const again = await karim.context().newPage();
  await again.goto(link);
  await again.getByRole("heading", { name: `Vous êtes dans ${firm}` }).waitFor();
  await press(again, `Ouvrir ${firm}`);
  await again.waitForURL(`${base()}/`);
  await again.close();
});

describe("the matrix of rights", () => {
  it("is changed by the keyboard, and what it gives is on an open page within five seconds", async () => {
    await karim.goto(`${base()}/clients`);
    await karim.getByRole("heading", { level: 1 }).waitFor();
    const create = karim.getByRole("button", { name: "Client", exact: true });
    expect(await create.count()).toBe(0);
    await settings(nadia, "roles");
    const box = nadia.getByRole("checkbox", { name: "Créer et modifier des clients – Lecteur" });
    const before = nadia.getByRole("checkbox", { name: "Voir les clients – Lecteur" });
    await before.focus();
    await nadia.keyboard.press("ArrowDown");
    await expect.poll(() => box.evaluate((node) => node === document.activeElement)).toBe(true);
    await nadia.keyboard.press("Space");
    await expect.poll(() => box.isChecked()).toBe(true);
    expect(await findings(nadia, IMPACTS)).toEqual([]);
    const told = toast(nadia, "Les droits sont enregistrés");
    const answered = answer(nadia, "PATCH", /\/roles\/rol_/);
    await press(nadia, "Enregistrer");
    await answered;
    const saved = Date.now();
    await create.first().waitFor();
    expect(Date.now() - saved).toBeLessThan(5_000);
    await told;
    await nadia.reload();
    await expect.poll(() => box.isChecked()).toBe(true);
  });

  it("keeps its heads in view, however many roles there are", async () => {
    for (const name of ["Métreuse", "Conducteur de travaux", "Comptable", "Chargée d’affaires"]) {
      await press(nadia, "Rôle");
      const dialog = nadia.getByRole("dialog");
      await dialog.getByLabel("Nom du rôle").fill(name);
      await dialog.getByLabel("Voir les clients").check();
      await dialog.getByRole("button", { name: "Enregistrer" }).click();
      await dialog.waitFor({ state: "detached" });
      await nadia.getByRole("columnheader", { name: new RegExp(name) }).waitFor();
    }
    const region = nadia.getByRole("region", { name: "Droits par rôle" });
    await region.evaluate((element) => element.scrollTo(1000, 1000));
    const places = await region.evaluate((element) => {
      const frame = element.getBoundingClientRect();
      const of = (selector: string) => element.querySelector(selector)?.getBoundingClientRect();
      return {
        top: (of("thead th:last-child")?.top ?? 0) - frame.top,
        left: (of("tbody tr:last-child th[scope=row]")?.left ?? 0) - frame.left,
        moved: [element.scrollLeft > 0, element.scrollTop > 0],
      };
    });
    expect(places.moved).toEqual([true, true]);
    expect(Math.abs(places.top)).toBeLessThan(3);
    expect(Math.abs(places.left)).toBeLessThan(3);
  });

  it("is a list for each role on a phone", async () => {
    await nadia.setViewportSize({ width: 390, height: 844 });
    const list = nadia.getByRole("list", { name: "Rôles" });
    await list.waitFor();
    await expect.poll(() => nadia.getByRole("table").count()).toBe(0);
    await list.getByText("Comptable").click();
    await list.getByLabel("Exporter les clients").nth(6).waitFor({ state: "attached" });
    const comptable = list.getByRole("listitem").filter({ hasText: "Comptable" });
    await comptable.getByLabel("Exporter les clients").check();
    await press(nadia, "Enregistrer");
    await toast(nadia, "Les droits sont enregistrés");
    expect(await findings(nadia, IMPACTS)).toEqual([]);
    const over = await nadia.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over).toBeLessThanOrEqual(0);
    await nadia.setViewportSize({ width: 1280, height: 720 });
  });
});

it("a division is made, gets somebody with a role there, and goes", async () => {
  await settings(nadia, "divisions");
  await nadia.getByText("Aucune division").waitFor();
  await press(nadia, "Division");
  await nadia.getByLabel("Nom de la division").fill("Agence de Lyon");
  await nadia.getByRole("dialog").getByRole("button", { name: "Enregistrer" }).click();
  const dialog = nadia.getByRole("dialog");
  await dialog.waitFor({ state: "detached" });
  await nadia.getByRole("heading", { level: 2, name: "Agence de Lyon" }).waitFor();
  await press(nadia, "Ajouter un membre");
  await choose(nadia, "Personne", karimsName);
  await choose(nadia, "Rôle dans la division", "Administrateur");
  await dialog.getByRole("button", { name: "Ajouter", exact: true }).click();
  const list = nadia.getByRole("list", { name: "Agence de Lyon" });
  await list.getByText(karimsName, { exact: true }).waitFor();
  expect(await findings(nadia, IMPACTS)).toEqual([]);
  // There, and only there, Karim may bring people in: his page offers it, and not the division's end.
  await settings(karim, "divisions");
  await karim.getByRole("button", { name: "Ajouter un membre" }).waitFor();
  expect(await karim.getByRole("button", { name: "Actions pour Agence de Lyon" }).count()).toBe(0);
  await press(nadia, "Actions pour Agence de Lyon");
  await nadia.getByRole("menuitem", { name: "Supprimer…" }).click();
  await nadia.getByRole("dialog").getByRole("button", { name: "Supprimer", exact: true }).click();
  await nadia.getByText("Aucune division").waitFor();
  await karim.getByText("Aucune division").waitFor();
});

it("the company is renamed, and handed over in one act that both pages tell", async () => {
  await settings(nadia, "organization");
  await nadia.getByLabel("Nom de l’entreprise").fill(`${firm} et fils`);
  await nadia.getByRole("button", { name: "Enregistrer", exact: true }).first().click();
  await toast(nadia, "Le nom est enregistré");
  await karim
    .getByRole("button", { name: new RegExp(`${firm} et fils`) })
    .first()
    .waitFor();
  await press(nadia, "Transmettre la propriété…");
  const dialog = nadia.getByRole("dialog");
  await dialog.getByText(`${karimsName} devient propriétaire`).waitFor();
  expect(await findings(nadia, IMPACTS)).toEqual([]);
  const told = toast(nadia, `${karimsName} est maintenant propriétaire`);
  const answered = answer(nadia, "POST", /\/organization\//);
  await dialog.getByRole("button", { name: "Transmettre", exact: true }).click();
  await answered;
  const handed = Date.now();
  await toast(karim, "Votre rôle est maintenant Propriétaire");
  expect(Date.now() - handed).toBeLessThan(5_000);
  await told;
  await nadia.getByRole("list", { name: "Propriétaires" }).getByText(karimsName).waitFor();
  expect(await nadia.getByRole("button", { name: "Transmettre la propriété…" }).count()).toBe(0);
  await settings(karim, "organization");
  await karim.getByRole("button", { name: "Transmettre la propriété…" }).waitFor();
});
