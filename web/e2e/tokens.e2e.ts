import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { atRest, findings } from "./axe.ts";
import { base, launch } from "./journey.ts";
import { register } from "./mailbox.ts";
import { policyFaults } from "./policy.ts";

// A firm of its own: its tokens are not in the way of other journeys.
const SHOTS = process.env["PAGES_SHOTS"];
const PASSWORD = "quatre zèbres lents dansent";
const IMPACTS = ["moderate", "serious", "critical"];

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function found(name: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({
    locale: "fr-FR",
    permissions: ["clipboard-read", "clipboard-write"],
    ...options,
  });
  const page = await context.newPage();
  const faults = await policyFaults(page);
  const stamp = Date.now().toString(36);
  await register(page, {
    organization: `Atelier ${name} ${stamp}`,
    name: "Claire Morvan",
    email: `${name}-${stamp}@example.com`,
    password: PASSWORD,
  });
  return { context, page, faults };
}

const press = (at: Page | Locator, name: string) =>
  at.getByRole("button", { name, exact: true }).click();
const row = (page: Page, name: string) => page.getByRole("listitem").filter({ hasText: name });
async function look(page: Page, name: string): Promise<void> {
  await atRest(page);
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/tokens-${name}.png` });
  expect(await findings(page, IMPACTS)).toEqual([]);
}

/** Asks the server as a program does: from Node, with neither cookie nor origin. */
const ask = (token: string, path: string, init: RequestInit = {}) =>
  fetch(`${base()}/api/v1${path}`, {
    ...init,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
  });
const codeOf = async (answer: Response) =>
  `${answer.status} ${((await answer.json()) as { code: string }).code}`;

it("a token is made in the browser, used by a program, and refused from the next request on once it is revoked", async () => {
  const { context, page, faults } = await found("jeton");
  await page.goto(`${base()}/settings/tokens`);
  await page.getByRole("heading", { name: "Aucun jeton" }).waitFor();
  await look(page, "empty");
  await press(page, "Créer un jeton");
  const dialog = page.getByRole("dialog", { name: "Nouveau jeton" });
  await dialog.getByLabel("Nom").fill("Export comptable");
  await look(page, "dialog");
  await press(dialog, "Lecture seule");
  await dialog.getByLabel("Créer et modifier des clients").check();
  await press(dialog, "Créer le jeton");
  const ready = page.getByRole("dialog", { name: "Le jeton est prêt" });
  await ready.waitFor();
  await look(page, "ready");
  // What is copied arrives a moment after the press.
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await press(ready, "Copier la commande");
  await expect.poll(copied).toContain(`curl "${base()}/api/v1/clients?limit=5"`);
  const command = await copied();
  await press(ready, "Copier le jeton");
  await expect.poll(copied).not.toBe(command);
  const token = await copied();
  expect(command).toContain(`Authorization: Bearer ${token}`);
  await press(ready, "Terminé");
  await row(page, "Export comptable").getByText("Jamais utilisé").waitFor();

  const body = JSON.stringify({ company: "Mairie de Brest" });
  const made = await ask(token, "/clients", { method: "POST", body });
  expect(made.status).toBe(201);
  expect(made.headers.get("ratelimit")).toMatch(/^"token";r=\d+;t=60$/);
  expect(await codeOf(await ask(token, "/auth/me"))).toBe("403 auth.token_refused");
  await page.goto(`${base()}/clients`);
  await page.getByText("Mairie de Brest").first().waitFor();
  await page.goto(`${base()}/audit`);
  const told = row(page, "Client créé");
  await told.getByText("Jeton d’API", { exact: true }).waitFor();

  await page.goto(`${base()}/settings/tokens`);
  await row(page, "Export comptable")
    .getByText(/Dernier usage/)
    .waitFor();
  await look(page, "list");
  await press(page, "Révoquer Export comptable");
  await look(page, "revoke");
  await press(page.getByRole("dialog"), "Révoquer");
  await page.getByRole("heading", { name: "Aucun jeton" }).waitFor();
  expect(await codeOf(await ask(token, "/clients"))).toBe("401 auth.token_invalid");
  expect(faults).toEqual([]);
  await context.close();
});

it("a service account gets a token, is suspended, goes on, and is deleted", async () => {
  const phone = { viewport: { width: 390, height: 844 }, colorScheme: "dark", hasTouch: true };
  const { context, page, faults } = await found("service", phone as BrowserContextOptions);
  await page.goto(`${base()}/settings/service-accounts`);
  await page.getByRole("heading", { name: "Aucun compte de service" }).waitFor();
  await look(page, "services-empty");
  await press(page, "Créer un compte");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Nom").fill("Passerelle");
  await look(page, "service-dialog");
  await press(dialog, "Enregistrer");
  await page.getByText("Aucun jeton : ce compte ne peut encore rien faire.").waitFor();
  await press(page, "Créer un jeton");
  await dialog.getByLabel("Nom").fill("Nuit");
  await press(dialog, "Tous");
  await look(page, "service-token");
  await press(dialog, "Créer le jeton");
  const token = await page.getByLabel("Jeton", { exact: true }).inputValue();
  await look(page, "service-ready");
  await page.keyboard.press("Escape");
  await press(page.getByRole("dialog"), "Terminé");
  await page.getByText("Vous n’avez pas copié ce jeton").waitFor();
  await press(page.getByRole("dialog"), "Terminé");
  expect((await ask(token, "/clients")).status).toBe(200);

  const choose = async (name: string) => {
    await page.getByRole("button", { name: "Actions pour Passerelle" }).click();
    await page.getByRole("menuitem", { name }).click();
  };
  await choose("Suspendre");
  await page.getByText("Suspendu", { exact: true }).waitFor();
  await look(page, "service-suspended");
  expect(await codeOf(await ask(token, "/clients"))).toBe("401 auth.token_invalid");
  await choose("Rétablir");
  await page.getByText("Suspendu", { exact: true }).waitFor({ state: "detached" });
  expect((await ask(token, "/clients")).status).toBe(200);
  await choose("Supprimer…");
  await press(page.getByRole("dialog"), "Supprimer");
  await page.getByRole("heading", { name: "Aucun compte de service" }).waitFor();
  expect(await codeOf(await ask(token, "/clients"))).toBe("401 auth.token_invalid");
  expect(faults).toEqual([]);
  await context.close();
});
