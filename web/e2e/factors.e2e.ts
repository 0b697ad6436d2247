import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stepAt, totpCode } from "#domain/factors/totp.ts";
import { startOrganization } from "#scripts/demo/session.ts";
import { findings } from "./axe.ts";
import { base, launch } from "./journey.ts";
import { policyFaults } from "./policy.ts";

// Passkeys are bound to a name: the journeys' server answers to this one as well.
const HOST = base().replace("127.0.0.1", "localhost");
const PASSWORD = "quatre zèbres lents dansent";
const SHOTS = process.env["PAGES_SHOTS"];

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Somebody with an organization of their own, at the security page; the browser has an authenticator with a fingerprint. */
async function registered(name: string, width = 1280) {
  const context = await browser.newContext({
    locale: "fr-FR",
    viewport: { width, height: 844 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const email = `${name}-${Date.now()}@example.com`;
  await startOrganization(HOST, {
    organization: `Atelier ${name}`,
    name: "Claire Morvan",
    email,
    password: PASSWORD,
    language: "fr",
  });
  const page = await context.newPage();
  const faults = await policyFaults(page);
  await signIn(page, email);
  await page.waitForURL(`${HOST}/`);
  await page.goto(`${HOST}/settings/security`);
  await page.getByText("Application d’authentification").waitFor();
  return { context, page, email, faults };
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(`${HOST}/sign-in`);
  await page.getByLabel("Adresse e-mail").fill(email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
}

async function withAuthenticator(context: BrowserContext, page: Page) {
  const client = await context.newCDPSession(page);
  await client.send("WebAuthn.enable");
  await client.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return client;
}

const row = (page: Page, name: string) =>
  page
    .getByRole("list", { name: "Second facteur" })
    .getByRole("listitem")
    .filter({ hasText: name });
const shot = async (page: Page, name: string) => {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/factors-${name}.png` });
};

describe("an authenticator app", () => {
  it("is set up by QR code or key, asked for at the next sign-in, and replaced by a recovery code", async () => {
    const { context, page, email, faults } = await registered("app");
    await row(page, "Application d’authentification").getByRole("button").click();
    const key = (await page.getByRole("dialog").locator("code").innerText()).replaceAll(" ", "");
    expect(key).toMatch(/^[A-Z2-7]{32}$/);
    await page
      .getByRole("img", { name: "Code QR pour l’application d’authentification" })
      .waitFor();
    expect(await findings(page)).toEqual([]);
    await shot(page, "totp");
    await page.getByLabel("Premier code affiché").fill(await totpCode(key, stepAt(Date.now())));
    const codes = page.getByRole("dialog", { name: "Vos codes de secours" });
    await codes.waitFor();
    const kept = await codes.getByRole("listitem").allInnerTexts();
    expect(kept).toHaveLength(10);
    expect(await findings(page)).toEqual([]);
    await shot(page, "codes");
    await codes.getByRole("button", { name: "Copier" }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(kept[9]);
    const file = page.waitForEvent("download");
    await codes.getByRole("button", { name: "Télécharger" }).click();
    expect((await file).suggestedFilename()).toBe("codes-de-secours-aetheria.txt");
    await page.emulateMedia({ media: "print" });
    expect(await page.getByText("Se connecter").isVisible()).toBe(false);
    expect(await codes.getByText(kept[0] ?? "").isVisible()).toBe(true);
    await page.emulateMedia({ media: "screen" });
    await codes.getByRole("button", { name: "Je les ai gardés" }).click();
    await row(page, "Codes de secours").getByText("10 codes restants sur 10").waitFor();
    await shot(page, "page");

    // As if the sign-in were older than ten minutes: the server's refusal, once.
    let refused = 0;
    await page.route("**/auth/factors/recovery-codes", async (route) => {
      refused += 1;
      if (refused > 1) return route.continue();
      const problem = { code: "auth.fresh_required", params: {}, requestId: "req_1", status: 403 };
      return route.fulfill({ status: 403, json: problem });
    });
    await row(page, "Codes de secours").getByRole("button").click();
    await page.getByRole("dialog").getByRole("button", { name: "Refaire les codes" }).click();
    const again = page.getByRole("dialog", { name: "C’est bien vous ?" });
    await again.waitFor();
    expect(await findings(page)).toEqual([]);
    await shot(page, "again");
    await again.getByRole("button", { name: "Utiliser un code de secours" }).click();
    await again.getByLabel("Code de secours").fill(kept[0] ?? "");
    await again.getByRole("button", { name: "Continuer" }).click();
    await codes.waitFor();
    const anew = await codes.getByRole("listitem").allInnerTexts();
    expect(anew).not.toEqual(kept);
    await codes.getByRole("button", { name: "Je les ai gardés" }).click();
    expect(refused).toBe(2);

    await context.clearCookies();
    await page.evaluate(() => localStorage.clear());
    await signIn(page, email);
    await page.getByRole("heading", { name: "Encore une étape" }).waitFor();
    expect(await findings(page)).toEqual([]);
    await shot(page, "step");
    await page.getByLabel("Code de l’application").fill("000000");
    await page.getByRole("alert").getByText("Ce code n’est pas le bon").waitFor();
    await page.evaluate(
      (code) => navigator.clipboard.writeText(code),
      ` ${await totpCode(key, stepAt(Date.now()) + 1)} `,
    );
    await page.getByLabel("Code de l’application").focus();
    await page.keyboard.press("Control+A");
    await page.keyboard.press("Control+V");
    await page.waitForURL(`${HOST}/`);

    await context.clearCookies();
    await page.evaluate(() => localStorage.clear());
    await signIn(page, email);
    await page.getByRole("button", { name: "Utiliser un code de secours" }).click();
    await page.getByLabel("Code de secours").fill(anew[3] ?? "");
    await page.keyboard.press("Enter");
    await page.waitForURL(`${HOST}/`);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe("passkeys", () => {
  it("are added by name, renamed, sign in without a password, and are removed", async () => {
    const { context, page, faults } = await registered("cle", 390);
    await withAuthenticator(context, page);
    await row(page, "Clés d’accès").getByRole("button", { name: "Ajouter" }).click();
    await page.getByLabel("Nom de la clé").fill("Portable de Claire");
    expect(await findings(page)).toEqual([]);
    await shot(page, "passkey");
    await page.getByRole("button", { name: "Créer la clé" }).click();
    await page.getByRole("button", { name: "Je les ai gardés" }).click();
    await row(page, "Portable de Claire").waitFor();
    expect(await findings(page)).toEqual([]);
    await shot(page, "phone");

    const rename = (name: string) => page.getByRole("button", { name: `Renommer ${name}` });
    const field = page.getByLabel("Nom de la clé");
    await rename("Portable de Claire").press("Enter");
    await field.fill("Autre nom");
    await field.press("Escape");
    await rename("Portable de Claire").press("Enter");
    await field.fill(" ");
    await field.press("Enter");
    await page.getByText("À remplir").waitFor();
    expect(await findings(page)).toEqual([]);
    await field.fill("Clé du chantier");
    await field.press("Enter");
    await rename("Clé du chantier").waitFor();

    await context.clearCookies();
    await page.evaluate(() => localStorage.clear());
    await page.goto(`${HOST}/sign-in`);
    expect(await findings(page)).toEqual([]);
    await shot(page, "sign-in");
    await page.getByRole("button", { name: "Se connecter avec une clé d’accès" }).click();
    await page.waitForURL(`${HOST}/`);
    await page.goto(`${HOST}/settings/security`);
    await row(page, "Clé du chantier")
      .getByText(/Dernier usage .* avec Chrome · Linux/)
      .waitFor();
    await page.getByRole("button", { name: "Retirer Clé du chantier" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Retirer" }).click();
    await row(page, "Clé du chantier").waitFor({ state: "detached" });
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe("an organization that demands a second factor", () => {
  it("turns whoever has none away to the page that adds one, and back when it is there", async () => {
    const { context, page, faults } = await registered("exigence", 390);
    await withAuthenticator(context, page);
    await page.goto(`${HOST}/settings/organization`);
    await page.getByText("Demander un second facteur à tous les membres").click();
    await page.getByLabel("Délai, en jours").fill("0");
    expect(await findings(page)).toEqual([]);
    await shot(page, "policy");
    await page
      .locator("form", { has: page.getByLabel("Délai, en jours") })
      .getByRole("button", { name: "Enregistrer" })
      .click();
    await page.getByRole("button", { name: "Demander sans délai" }).click();
    await page.waitForURL(`${HOST}/settings/security`);
    await page.getByText("Ajoutez-le pour continuer").waitFor();
    expect(await findings(page)).toEqual([]);
    await shot(page, "demanded");
    await page.goto(`${HOST}/clients`);
    await page.waitForURL(`${HOST}/settings/security`);
    await row(page, "Clés d’accès").getByRole("button", { name: "Ajouter" }).click();
    await page.getByRole("button", { name: "Créer la clé" }).click();
    await page.getByRole("button", { name: "Je les ai gardés" }).click();
    await page.getByText("Ajoutez-le pour continuer").waitFor({ state: "detached" });
    await page.goto(`${HOST}/clients`);
    await page.getByRole("heading", { level: 1, name: "Clients" }).waitFor();
    expect(page.url()).toBe(`${HOST}/clients`);
    expect(faults).toEqual([]);
    await context.close();
  });
});
