import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stepAt, totpCode } from "#domain/factors/totp.ts";
import { startOrganization } from "#scripts/demo/session.ts";
import { addStaff } from "#scripts/lib/support-staff.ts";
import { atRest, findings } from "./axe.ts";
import { base, lane, launch } from "./journey.ts";

// Firms of their own: nothing here changes what other journeys find. PAGES_SHOTS=<folder> keeps the pictures.
const SHOTS = process.env["PAGES_SHOTS"];
const IMPACTS = ["moderate", "serious", "critical"];
const PASSWORD = "quatre zèbres lents dansent";
const stamp = Date.now().toString(36);
const FIRM = `Studio ${stamp}`;
const ownerMail = `claire-${stamp}@example.com`;
const staffMail = `nadia-${stamp}@example.com`;

let browser: Browser;
let claire: Page;
let nadia: Page;
let key: string;

const press = (page: Page, name: string | RegExp) =>
  page.getByRole("button", typeof name === "string" ? { name, exact: true } : { name }).click();
const shot = async (page: Page, name: string) => {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png` });
};

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(`${base()}/sign-in`);
  await page.getByLabel("Adresse e-mail").fill(email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(PASSWORD);
  await press(page, "Se connecter");
}

async function open(options: object = {}): Promise<Page> {
  const context = await browser.newContext({ locale: "fr-FR", ...options });
  const page = await context.newPage();
  return page;
}

beforeAll(async () => {
  browser = await launch();
  const words = { password: PASSWORD, language: "fr" } as const;
  const owner = await startOrganization(base(), {
    organization: FIRM,
    name: "Claire Morvan",
    email: ownerMail,
    ...words,
  });
  await owner.post("/clients", { company: "Mairie de Bron" });
  const staff = await startOrganization(base(), {
    organization: `Aetheria ${stamp}`,
    name: "Nadia Roux",
    email: staffMail,
    ...words,
  });
  ({ key } = await staff.post<{ key: string }>("/auth/factors/totp", {}));
  const code = await totpCode(key, stepAt(Date.now()));
  await staff.post("/auth/factors/totp/confirm", { code });
  addStaff(lane().state, staffMail, new Date().toISOString());
  claire = await open();
  await signIn(claire, ownerMail);
  await claire.waitForURL(`${base()}/`);
  nadia = await open();
});
afterAll(() => browser.close());

describe("support", () => {
  it("comes in only where an owner lets it, reads, is told, and is out when the owner says so", async () => {
    await claire.goto(`${base()}/settings/organization`);
    await press(claire, "Ouvrir un accès…");
    const dialog = claire.getByRole("dialog");
    await press(claire, "Ouvrir l’accès");
    await dialog.getByText("Indiquez le motif").waitFor();
    await dialog.getByLabel(/Motif/).fill("L’import des clients s’arrête à la ligne 12");
    expect(await findings(claire, IMPACTS)).toEqual([]);
    await shot(claire, "support-dialog");
    await press(claire, "Ouvrir l’accès");
    await claire
      .getByText(/Le support d’Aetheria a accès/)
      .first()
      .waitFor();
    await atRest(claire);
    expect(await findings(claire, IMPACTS)).toEqual([]);
    await shot(claire, "support-open");

    await signIn(nadia, staffMail);
    // The code that confirmed the app is spent: the next one is taken a step early.
    await nadia.getByLabel(/Code/).fill(await totpCode(key, stepAt(Date.now()) + 1));
    await nadia.waitForURL(`${base()}/`);
    await press(nadia, new RegExp(`Aetheria ${stamp}`));
    await nadia.getByRole("menuitem", { name: new RegExp(`${FIRM}.*support`) }).click();
    await nadia.getByText(`Vous êtes dans ${FIRM} en tant que support.`).waitFor();
    await nadia.goto(`${base()}/clients`);
    await nadia.getByText("Mairie de Bron").first().waitFor();
    await expect
      .poll(() => nadia.getByRole("button", { name: "Client", exact: true }).count())
      .toBe(0);
    await shot(nadia, "support-inside");

    await claire.goto(`${base()}/settings/members`);
    await claire
      .getByText(/Accès ouvert par Claire Morvan/)
      .first()
      .waitFor();
    expect(await claire.getByText("Nadia Roux").count()).toBe(0);
    await claire.goto(`${base()}/audit?tab=access`);
    await claire.getByText("Ouvert par le support").first().waitFor();
    await claire.getByText("Nadia Roux").first().waitFor();
    await shot(claire, "support-access-log");

    await press(claire, "Terminer l’accès");
    await claire.getByText("L’accès du support est terminé").waitFor();
    const began = Date.now();
    await nadia
      .getByText(`Vous êtes dans ${FIRM} en tant que support.`)
      .waitFor({ state: "hidden" });
    expect(Date.now() - began).toBeLessThan(10_000);
    await nadia.getByRole("button", { name: new RegExp(`Aetheria ${stamp}`) }).waitFor();
  });
});

describe("the deletion of the organization", () => {
  it("is asked for by its name, shown to everyone, and taken back in one click", async () => {
    const phone = await open({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      colorScheme: "dark",
    });
    await signIn(phone, ownerMail);
    await phone.waitForURL(`${base()}/`);
    await claire.goto(`${base()}/settings/data`);
    await press(claire, "Supprimer l’entreprise…");
    await claire.getByLabel(/Nom de l’entreprise/).fill("Autre chose");
    await press(claire, "Demander la suppression");
    await claire.getByText("Ce n’est pas le nom de l’entreprise.").waitFor();
    await shot(claire, "deletion-dialog");
    expect(await findings(claire, IMPACTS)).toEqual([]);
    await claire.getByLabel(/Nom de l’entreprise/).fill(FIRM);
    await claire.getByLabel(/Motif/).fill("Cessation d’activité");
    await press(claire, "Demander la suppression");
    await phone.getByText(new RegExp(`${FIRM} et toutes ses données seront effacées`)).waitFor();
    await atRest(claire);
    await shot(claire, "deletion-asked");
    await phone.goto(`${base()}/settings/data`);
    await phone.getByText(/Cessation d’activité/).waitFor();
    await atRest(phone);
    await shot(phone, "deletion-phone");
    expect(await findings(phone, IMPACTS)).toEqual([]);
    await phone.getByRole("button", { name: "Annuler la suppression" }).first().click();
    await phone.getByText("La suppression est annulée").waitFor();
    await claire
      .getByText(new RegExp(`${FIRM} et toutes ses données`))
      .waitFor({ state: "hidden" });
  });
});
