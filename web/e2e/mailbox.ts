import { randomInt } from "node:crypto";
import type { Page } from "playwright-core";
import { base } from "./journey.ts";

/** Opens the newest mail to an address in the outbox page and follows its link, as a person does in their mailbox. */
export async function followMail(page: Page, email: string, subject: RegExp): Promise<void> {
  await page.goto(`${base()}/dev/outbox?to=${encodeURIComponent(email)}`);
  const mail = page.locator("section", { hasText: subject }).first();
  await mail.locator("pre a").click();
  await page.getByRole("main").getByRole("button").first().waitFor();
}

/** What somebody types to register. */
interface Registration {
  organization: string;
  name: string;
  email: string;
  password: string;
}

/** Registers in this page as a person does: asks, follows the mail, fills in the form, and is at home. */
export async function register(page: Page, words: Registration): Promise<void> {
  // Everybody comes from a network of their own: what one address asks for is counted.
  const address = `198.18.${randomInt(256)}.${randomInt(256)}`;
  await page.setExtraHTTPHeaders({ "cf-connecting-ip": address });
  await page.goto(`${base()}/register`);
  await page.getByLabel("Adresse e-mail professionnelle").fill(words.email);
  await page.getByRole("button", { name: "Recevoir le lien" }).click();
  await page.getByRole("heading", { name: "Regardez votre boîte de réception" }).waitFor();
  await followMail(page, words.email, /Créez votre espace/);
  await page.getByLabel("Nom de l’entreprise").fill(words.organization);
  await page.getByLabel("Votre nom").fill(words.name);
  await page.getByLabel("Mot de passe", { exact: true }).fill(words.password);
  await page.getByRole("button", { name: "Créer l’espace" }).click();
  await page.waitForURL(`${base()}/`);
}
