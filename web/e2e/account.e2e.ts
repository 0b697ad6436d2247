import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findings } from "./axe.ts";
import { base, launch } from "./journey.ts";
import { followMail } from "./mailbox.ts";

const FIRST = "quatre zèbres lents dansent";
const SECOND = "cinq otaries polies nagent";
const stamp = Date.now().toString(36);
const owner = `nadia-${stamp}@studio.example`;
const moved = `nadia.amrani-${stamp}@studio.example`;
const guest = `leo-${stamp}@studio.example`;

let browser: Browser;
let home: Page;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const impacts = ["moderate", "serious", "critical"];
/** A browser of its own, at an address. */
async function open(path: string, phone = false): Promise<Page> {
  const context = await browser.newContext({
    locale: "fr-FR",
    ...(phone ? { viewport: { width: 390, height: 844 }, hasTouch: true } : {}),
  });
  const page = await context.newPage();
  await page.goto(`${base()}${path}`);
  return page;
}
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const heading = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { level: 1, name }).waitFor();
async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto(`${base()}/sign-in`);
  await page.getByLabel("Adresse e-mail").fill(email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(password);
  await press(page, "Se connecter");
}
const isHome = (page: Page) => page.waitForURL(`${base()}/`);

it("a new firm begins with an address, and goes on by the mail that came there", async () => {
  home = await open("/register");
  await home.getByLabel("Adresse e-mail professionnelle").fill(owner);
  expect(await findings(home, impacts)).toEqual([]);
  await press(home, "Recevoir le lien");
  await heading(home, "Regardez votre boîte de réception");
  expect(await findings(home, impacts)).toEqual([]);
  // A development server sends nothing and says where its mails are.
  const [mailbox] = await Promise.all([
    home.context().waitForEvent("page"),
    home.getByRole("link", { name: "Ouvrir la boîte d’envoi locale" }).click(),
  ]);
  await mailbox.locator("section", { hasText: "Créez votre espace" }).locator("pre a").click();
  await mailbox.getByLabel("Nom de l’entreprise").fill(`Studio ${stamp}`);
  await expect.poll(() => mailbox.url()).not.toContain("#");
  await expect.poll(() => mailbox.getByLabel("Adresse e-mail").inputValue()).toBe(owner);
  await mailbox.getByLabel("Votre nom").fill("Nadia Amrani");
  await mailbox.getByLabel("Mot de passe", { exact: true }).fill(FIRST);
  expect(await findings(mailbox, impacts)).toEqual([]);
  await press(mailbox, "Créer l’espace");
  await isHome(mailbox);
  await mailbox.getByRole("navigation").first().waitFor();
  expect(await mailbox.getByText("Adresse à confirmer").count()).toBe(0);
  await home.close();
  home = mailbox;
});

it("asking again says the same, and the mail leads to the account or adds a company to it", async () => {
  const page = await open("/register", true);
  await page.getByLabel("Adresse e-mail professionnelle").fill(owner);
  await press(page, "Recevoir le lien");
  await heading(page, "Regardez votre boîte de réception");
  await followMail(page, owner, /Vous avez déjà un compte/);
  await heading(page, "Vous avez déjà un compte");
  expect(await findings(page, impacts)).toEqual([]);
  await press(page, "Ajouter une entreprise");
  await page.getByLabel("Nom de l’entreprise").fill(`Second studio ${stamp}`);
  await press(page, "Créer l’entreprise");
  await heading(page, `Second studio ${stamp} est créée`);
  await followMail(page, owner, /Vous avez déjà un compte/);
  await heading(page, "Ce lien ne sert plus");
  expect(await findings(page, impacts)).toEqual([]);
  await page.context().close();
});

it("whoever is signed in starts a further company by its name, and is there", async () => {
  await home.getByRole("button", { name: /^Entreprise Studio/ }).click();
  await home.getByRole("menuitem", { name: "Nouvelle entreprise…" }).click();
  const dialog = home.getByRole("dialog");
  await dialog.getByLabel("Nom de l’entreprise").fill(`Tiers studio ${stamp}`);
  expect(await findings(home, impacts)).toEqual([]);
  await dialog.getByRole("button", { name: "Créer l’entreprise" }).click();
  await home.getByText(`Vous êtes dans Tiers studio ${stamp}`).waitFor();
  await home.getByRole("button", { name: /^Entreprise Tiers studio/ }).click();
  await home.getByRole("menuitem", { name: `Studio ${stamp}`, exact: true }).click();
  const here = home.getByRole("button", { name: new RegExp(`^Entreprise Studio ${stamp}`) });
  await expect.poll(() => here.count()).toBeGreaterThan(0);
});

it("the outbox itself gives axe nothing to say, on a phone either", async () => {
  const page = await open(`/dev/outbox?to=${owner}`, true);
  expect(await findings(page, impacts)).toEqual([]);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over).toBeLessThanOrEqual(0);
  await page.getByRole("link", { name: "Voir la mise en forme" }).last().click();
  // No script runs there, axe included.
  await heading(page, "Créez votre espace Aetheria");
  await page.context().close();
});

it("somebody who was invited by mail joins by its link, confirmed", async () => {
  await home.goto(`${base()}/settings/members`);
  await press(home, "Inviter");
  const dialog = home.getByRole("dialog");
  await dialog.getByLabel("Adresse e-mail").fill(guest);
  await dialog.getByRole("button", { name: "Inviter", exact: true }).click();
  await home.getByText(`L’invitation a été envoyée à ${guest}.`).waitFor();
  await dialog.getByRole("button", { name: "Terminé" }).click();
  const page = await open("/dev/outbox", true);
  await followMail(page, guest, /Nadia Amrani vous invite dans Studio/);
  await heading(page, `Rejoindre Studio ${stamp}`);
  await page.getByLabel("Votre nom").fill("Léo Martin");
  await page.getByLabel("Mot de passe", { exact: true }).fill(FIRST);
  await press(page, "Rejoindre");
  await isHome(page);
  await page.goto(`${base()}/settings/security`);
  const confirmed = page.getByText("confirmée", { exact: true });
  await expect.poll(() => confirmed.count()).toBe(1);
  await page.context().close();
});

it("a forgotten password is replaced by mail, and the old session is over", async () => {
  const page = await open("/sign-in", true);
  await page.getByLabel("Adresse e-mail").fill(owner);
  await page.getByRole("link", { name: "Mot de passe oublié ?" }).click();
  await heading(page, "Mot de passe oublié");
  await expect.poll(() => page.getByLabel("Adresse e-mail").inputValue()).toBe(owner);
  await press(page, "Recevoir le lien");
  await heading(page, "Regardez votre boîte de réception");
  await followMail(page, owner, /Choisissez un nouveau mot de passe/);
  await page.getByLabel("Nouveau mot de passe").fill(SECOND);
  expect(await findings(page, impacts)).toEqual([]);
  await press(page, "Choisir ce mot de passe");
  await heading(page, "Mot de passe choisi");
  await home.goto(`${base()}/clients`);
  await home.waitForURL(/\/sign-in/);
  await signIn(page, owner, FIRST);
  await page.getByText("Adresse e-mail ou mot de passe incorrect.").waitFor();
  await signIn(page, owner, SECOND);
  await isHome(page);
  await signIn(home, owner, SECOND);
  await isHome(home);
  await page.context().close();
});

it("another address takes effect by its mail, and the old one can take it back", async () => {
  await home.goto(`${base()}/settings/security`);
  await home.getByLabel("Nouvelle adresse").fill(moved);
  await home.getByLabel("Votre mot de passe").fill(SECOND);
  await press(home, "Recevoir le lien de confirmation");
  await home.getByText(`Un message vient d’être envoyé à ${moved}.`).waitFor();
  expect(await findings(home, impacts)).toEqual([]);
  const page = await open("/dev/outbox");
  await followMail(page, moved, /Confirmez votre nouvelle adresse/);
  await press(page, "Utiliser cette adresse");
  await heading(page, "Adresse changée");
  await home.reload();
  await home.getByText(moved, { exact: true }).waitFor();
  await followMail(page, owner, /L’adresse de votre compte a changé/);
  await press(page, "Rétablir mon adresse");
  await heading(page, "Adresse rétablie");
  await home.goto(`${base()}/clients`);
  await home.waitForURL(/\/sign-in/);
  await page.context().close();
});
