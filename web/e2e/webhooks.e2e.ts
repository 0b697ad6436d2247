import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { atRest, findings } from "./axe.ts";
import { base, launch } from "./journey.ts";
import { register } from "./mailbox.ts";
import { policyFaults } from "./policy.ts";
import { FAULTS, openReceiver } from "./receiver.ts";

// A firm of its own, and a program beside it that receives: nothing here changes what other journeys find.
const IMPACTS = ["moderate", "serious", "critical"];
const stamp = Date.now().toString(36);

let browser: Browser;
let page: Page;
let offences: string[];
let receiver: Awaited<ReturnType<typeof openReceiver>>;

beforeAll(async () => {
  receiver = await openReceiver();
  browser = await launch();
  const context = await browser.newContext({ locale: "fr-FR", reducedMotion: "reduce" });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  page = await context.newPage();
  offences = await policyFaults(page);
  await register(page, {
    organization: `Studio ${stamp}`,
    name: "Nadia Amrani",
    email: `hook-${stamp}@studio.example`,
    password: "quatre zèbres lents dansent",
  });
});
afterAll(async () => {
  await browser.close();
  receiver.close();
});

const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
const dialog = () => page.getByRole("dialog");
const inDialog = (name: string) => dialog().getByRole("button", { name, exact: true }).click();
const log = () => page.getByRole("list", { name: "Journal des envois" });
const rows = () => log().getByRole("listitem");
const act = async (name: string) => {
  await press("Actions pour Comptabilité");
  await page.getByRole("menuitem", { name }).click();
};
/** Adds a client behind the page's back, as somebody elsewhere does. @returns its id. */
async function addClient(company: string): Promise<string> {
  const other = await page.context().newPage();
  await other.goto(`${base()}/clients?new=1`);
  const form = other.getByRole("dialog", { name: "Nouveau client" });
  await form.getByLabel("Nom", { exact: true }).fill(company);
  const made = other.waitForResponse(
    (answer) => answer.url().endsWith("/api/v1/clients") && answer.request().method() === "POST",
  );
  await form.getByRole("button", { name: "Créer le client" }).click();
  const { id } = (await (await made).json()) as { id: string };
  await other.close();
  return id;
}

describe("a webhook", () => {
  it("is made, told what is wrong with its address, and shows its secret", async () => {
    await page.goto(`${base()}/settings/webhooks`);
    await page.getByText("Aucun webhook").waitFor();
    expect(await findings(page, IMPACTS)).toEqual([]);
    await press("Webhook");
    await inDialog("Créer");
    await dialog().getByText("Indiquez l’adresse à appeler").waitFor();
    await dialog().getByLabel("Adresse").fill("https://10.0.0.7/interne");
    await dialog().getByLabel("Nom", { exact: true }).fill("Comptabilité");
    await dialog().getByLabel("Client créé").check();
    await inDialog("Créer");
    await dialog().getByText("n’est pas joignable depuis l’internet public").waitFor();
    expect(await dialog().getByLabel("Nom", { exact: true }).inputValue()).toBe("Comptabilité");
    await atRest(page);
    expect(await findings(page, IMPACTS)).toEqual([]);
    await dialog().getByLabel("Adresse").fill(receiver.url);
    await inDialog("Créer");
    const secret = dialog().getByText(/^whsec_/);
    await secret.waitFor();
    receiver.learn((await secret.textContent()) ?? "");
    await atRest(page);
    expect(await findings(page, IMPACTS)).toEqual([]);
    await inDialog("J’ai gardé le secret");
    await page.getByText(receiver.url).waitFor();
  });

  it("gets a signed event when a client is made, and the page shows it by itself", async () => {
    const id = await addClient("Mairie de Vaux");
    await rows().first().getByText("Arrivé").waitFor();
    expect(receiver.arrived).toHaveLength(1);
    expect(receiver.arrived[0]?.event).toMatchObject({
      type: "client.created",
      record: { entity: "client", id },
      data: { company: "Mairie de Vaux" },
    });
  });

  it("gets it again after a failure, and the log tells of each attempt", async () => {
    receiver.fail(FAULTS.broken);
    const before = receiver.arrived.length;
    // It waits for five seconds, perhaps fewer until this page hears of it.
    const waiting = rows().first().getByText("En attente").waitFor();
    await addClient("Port autonome");
    await waiting;
    await rows().first().getByText("Arrivé").waitFor({ timeout: 30_000 });
    const [first, second] = receiver.arrived.slice(before);
    expect(first?.headers["webhook-id"]).toBe(second?.headers["webhook-id"]);
    expect(second?.event).toMatchObject({ data: { company: "Port autonome" } });
    await rows().first().getByRole("button").click();
    await dialog().getByText("Essai 1").waitFor();
    await dialog().getByText("Réponse 500").waitFor();
    await dialog().getByText("Réponse 204").waitFor();
    expect(await dialog().getByText("webhook-signature").count()).toBe(0);
    await atRest(page);
    expect(await findings(page, IMPACTS)).toEqual([]);
  });

  it("gets one again when somebody asks for it, under the same id", async () => {
    const before = receiver.arrived.length;
    await inDialog("Renvoyer");
    await dialog().getByText("Essai 3").waitFor();
    await page.keyboard.press("Escape");
    await dialog().waitFor({ state: "detached" });
    const [first, again] = receiver.arrived.slice(before - 1);
    expect(again?.headers["webhook-id"]).toBe(first?.headers["webhook-id"]);
  });

  it("is refused a redirect, waits as it asks, and is told of a connection that broke off", async () => {
    receiver.fail(FAULTS.elsewhere);
    await act("Envoyer un essai");
    await rows().first().getByText("Réponse 302").waitFor();
    receiver.fail(FAULTS.hangUp);
    await act("Envoyer un essai");
    await rows().first().getByText("Connexion impossible ou coupée").waitFor();
    receiver.fail(FAULTS.busy);
    await act("Envoyer un essai");
    await rows().first().getByText("Réponse 429").waitFor();
    expect(new Set(receiver.arrived.map(({ path }) => path))).toEqual(new Set(["/aetheria"]));
  });

  it("signs with both secrets while one takes the other's place", async () => {
    await act("Renouveler le secret…");
    await inDialog("Renouveler");
    // The question has a cross of the same name as the button of what takes its place.
    const secret = page.getByRole("dialog", { name: "Secret de Comptabilité" });
    await secret
      .getByText(/^whsec_/)
      .first()
      .waitFor();
    await secret.getByText("Fermer", { exact: true }).click();
    await page.getByText("L’ancien secret signe aussi jusqu’à").waitFor();
    const before = receiver.arrived.length;
    await act("Envoyer un essai");
    await expect.poll(() => receiver.arrived.length).toBeGreaterThan(before);
    const last = receiver.arrived.at(-1);
    expect(last?.event).toMatchObject({ type: "webhook.test" });
    expect(String(last?.headers["webhook-signature"]).split(" ")).toHaveLength(2);
    // Its row is drawn anew when it hears of that: a menu opened sooner would go.
    await rows().first().getByText("Arrivé").waitFor();
  });

  it("is paused by a receiver that is gone, says why, and goes on when somebody wishes", async () => {
    receiver.fail(FAULTS.gone);
    await act("Envoyer un essai");
    await page.getByText(/répond qu’elle n’existe plus/).waitFor();
    await act("Reprendre");
    await page.getByText("Actif", { exact: true }).waitFor();
    const before = receiver.arrived.length;
    await act("Envoyer un essai");
    await expect.poll(() => receiver.arrived.length).toBeGreaterThan(before);
    await rows().first().getByText("Arrivé").waitFor();
  });

  it("is in the audit log with each change, and goes when it is deleted", async () => {
    await act("Supprimer…");
    await inDialog("Supprimer");
    await page.getByText("Aucun webhook").waitFor();
    await page.goto(`${base()}/audit`);
    for (const words of ["Webhook créé", "Secret d’un webhook renouvelé", "Webhook supprimé"]) {
      await page.getByText(words).first().waitFor();
    }
    await page.goto(`${base()}/audit?tab=access`);
    await page.getByText("Secret d’un webhook lu").first().waitFor();
    expect(offences).toEqual([]);
  });
});
