import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findings } from "./axe.ts";
import { filtersRead, makeDashboard, spill } from "./dashboard-made.ts";
import { base, enter, launch } from "./journey.ts";
import { motion, watchMotion } from "./motion.ts";
import { policyFaults } from "./policy.ts";

let browser: Browser;
let claire: Page;
let karim: Page;
let refused: string[] = [];
let address = "";
const title = `Suivi des agences ${Date.now().toString(36)}`;

beforeAll(async () => {
  browser = await launch();
  const permissions = ["clipboard-read", "clipboard-write"];
  [claire, karim] = await Promise.all([
    // What leaves is light all the same.
    enter(browser, "owner", { permissions, colorScheme: "dark" }),
    enter(browser, "member"),
  ]);
  refused = await policyFaults(claire);
  address = await makeDashboard(claire, title);
});
afterAll(() => browser.close());

/** A browser that nobody has signed in to. */
async function stranger(options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
  const context = await browser.newContext({ locale: "fr-FR", ...options });
  return context.newPage();
}

it("keeps every figure in its tile, and on a phone its filters readable in one row", async () => {
  await claire.goto(address);
  expect(await spill(claire)).toBeLessThanOrEqual(0);
  const size = claire.viewportSize() ?? { width: 1280, height: 800 };
  await claire.setViewportSize({ width: 390, height: 844 });
  const actions = claire.getByRole("button", { name: "Actions du tableau de bord" });
  await actions.waitFor();
  expect(await spill(claire)).toBeLessThanOrEqual(0);
  const filters = claire.getByRole("toolbar", { name: "Filtres" }).getByRole("button");
  const [first, ...others] = await filtersRead(filters);
  expect(others).toHaveLength(2);
  expect(others.every(({ top, whole }) => whole && top === first?.top)).toBe(true);
  expect([first?.whole, first?.seen, others.at(-1)?.seen]).toEqual([true, true, false]);
  await filters.first().focus();
  await claire.keyboard.press("Tab");
  await claire.keyboard.press("Tab");
  await expect.poll(async () => (await filtersRead(filters)).at(-1)?.seen).toBe(true);
  await claire.keyboard.press("Enter");
  await claire.getByRole("textbox", { name: "De", exact: true }).waitFor();
  await claire.keyboard.press("Escape");
  await actions.click();
  await claire.getByRole("menuitem", { name: "Imprimer ou PDF" }).waitFor();
  expect(await findings(claire)).toEqual([]);
  await claire.keyboard.press("Escape");
  await claire.setViewportSize(size);
});

it("moves nothing for whoever asks for less motion", async () => {
  await watchMotion(claire);
  await claire.emulateMedia({ reducedMotion: "no-preference" });
  await claire.goto(address);
  await claire.getByRole("button", { name: "Partager", exact: true }).click();
  await claire.getByRole("button", { name: "Publier les chiffres…" }).waitFor();
  expect((await motion(claire)).longest).toBeGreaterThan(100);

  await claire.emulateMedia({ reducedMotion: "reduce" });
  await claire.goto(address);
  const chart = claire.getByRole("application", { name: /CA par mois/ });
  await chart.waitFor();
  await chart.focus();
  await claire.keyboard.press("ArrowRight");
  const canvas = chart.locator("canvas").first();
  // Its marks stand where they will from the first frame on.
  const [early, late] = await canvas.evaluate(async (drawn) => {
    const frames = async (count: number) => {
      for (let n = 0; n < count; n++) await new Promise(requestAnimationFrame);
      return (drawn as HTMLCanvasElement).toDataURL();
    };
    return [await frames(2), await frames(30)];
  });
  expect(early === late).toBe(true);
  await claire.getByRole("button", { name: "Partager", exact: true }).click();
  await claire.getByRole("button", { name: "Publier les chiffres…" }).click();
  await claire.getByRole("dialog", { name: "Publier les chiffres affichés" }).waitFor();
  const { longest, begun } = await motion(claire);
  expect(begun).toBeGreaterThan(0);
  expect(longest).toBeLessThanOrEqual(10);
  await claire.emulateMedia({ reducedMotion: "no-preference" });
});

it("is published by choice, read in a fresh browser, and gone at once when the link is taken back", async () => {
  await claire.goto(address);
  await claire.getByText("48 312").first().waitFor();
  await claire.getByRole("button", { name: "Partager", exact: true }).click();
  await claire.getByRole("button", { name: "Publier les chiffres…" }).click();
  const dialog = claire.getByRole("dialog", { name: "Publier les chiffres affichés" });
  await dialog.getByText("2 lignes").nth(1).waitFor();
  expect(await findings(claire)).toEqual([]);
  const pictures: { language: string; data: string }[] = [];
  claire.on("request", (request) => {
    if (!request.url().endsWith("/figures/picture")) return;
    pictures.push(request.postDataJSON() as (typeof pictures)[number]);
  });
  await dialog.getByRole("button", { name: "Publier 4 widgets" }).click();
  await claire.getByText("Chiffres publiés", { exact: true }).last().waitFor();
  // One in each language: « 48 312 » is not drawn as "48,312".
  await expect.poll(() => pictures.map(({ language }) => language)).toEqual(["fr", "en"]);
  expect(pictures[0]?.data).not.toBe(pictures[1]?.data);
  await claire.getByText(/Chiffres du/).waitFor();
  await claire.getByRole("button", { name: "Créer un lien" }).click();
  await claire.getByRole("button", { name: "Copier", exact: true }).click();
  await claire.getByText("Lien copié").first().waitFor();
  const link = await claire.evaluate(() => navigator.clipboard.readText());

  const reader = await stranger({ viewport: { width: 390, height: 844 } });
  const faults = await policyFaults(reader);
  const asked: string[] = [];
  reader.on("request", (request) => asked.push(`${request.url()} ${request.headers()["referer"]}`));
  const page = await reader.goto(link);
  expect(page?.headers()["x-robots-tag"]).toContain("noindex");
  await reader.getByRole("heading", { level: 1, name: title }).waitFor();
  await reader.getByText("48 312").waitFor();
  await reader.getByRole("cell", { name: "12 380,25" }).waitFor();
  await reader.getByRole("cell", { name: "<b>Annecy</b>" }).waitFor();
  expect(await findings(reader)).toEqual([]);
  expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const secret = link.split("#")[1] ?? "";
  expect(secret.length).toBeGreaterThan(60);
  expect(asked.filter((line) => line.includes(secret))).toEqual([]);
  expect(faults).toEqual([]);

  // With a password nothing is sent before it.
  await claire.getByRole("button", { name: "Demander un mot de passe" }).click();
  const lock = claire.getByRole("dialog", { name: "Demander un mot de passe" });
  await lock.getByLabel("Nouveau mot de passe").fill("court");
  await lock.getByRole("button", { name: "Enregistrer" }).click();
  await lock.getByText("Il faut 8 caractères au moins.").waitFor();
  expect(await findings(claire)).toEqual([]);
  await lock.getByLabel("Nouveau mot de passe").fill("quatre zèbres lents");
  await lock.getByRole("button", { name: "Enregistrer" }).click();
  await claire.getByText("Demande un mot de passe", { exact: true }).waitFor();
  const locked = reader.waitForResponse("**/api/v1/shared/dashboard");
  await reader.reload();
  expect([(await locked).status(), await (await locked).text()]).toEqual([
    403,
    expect.not.stringContaining("48312"),
  ]);
  const field = reader.getByLabel("Mot de passe", { exact: true });
  await field.fill("quatre zèbres");
  await reader.keyboard.press("Enter");
  await reader.getByText(/^Ce n’est pas le mot de passe de ce lien/).waitFor();
  expect(await findings(reader)).toEqual([]);
  expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await field.fill("quatre zèbres lents");
  await reader.getByRole("button", { name: "Ouvrir le tableau de bord" }).click();
  await reader.getByText("48 312").waitFor();

  await claire.getByRole("button", { name: "Retirer ce lien" }).click();
  await claire.getByText("Lien retiré : il n’ouvre plus rien").first().waitFor();
  await reader.reload();
  await reader.getByRole("heading", { name: "Ce lien n’ouvre plus rien" }).waitFor();
  await reader.context().close();
});

interface Mail {
  id: string;
  to: string;
  subject: string;
  text: string;
}

async function mailTo(email: string): Promise<Mail> {
  const answer = await claire.request.get(`${base()}/dev/outbox.json?to=${email}`);
  const { items } = (await answer.json()) as { items: Mail[] };
  const [mail] = items;
  if (!mail) throw new Error(`no mail to ${email}`);
  return mail;
}

/** The size of a picture, and whether there are light and dark pixels in it. */
function pictured(image: SVGElement | HTMLElement) {
  const { naturalWidth: width, naturalHeight: height } = image as HTMLImageElement;
  const pen = Object.assign(document.createElement("canvas"), { width, height }).getContext("2d");
  pen?.drawImage(image as HTMLImageElement, 0, 0);
  const { data } = pen?.getImageData(0, 0, width, height) ?? { data: [] as number[] };
  let [light, dark] = [0, 0];
  for (let at = 0; at < data.length; at += 4) {
    const tone = (data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0);
    if (tone > 690) light += 1;
    if (tone < 200) dark += 1;
  }
  return { width, height, light: light > (width * height) / 2, dark: dark > 100 };
}

it("goes out by mail with the figures of the screen", async () => {
  const paul = `paul-${Date.now().toString(36)}@example.com`;
  await claire.getByRole("button", { name: "Programmer un envoi" }).click();
  const form = claire.getByRole("dialog", { name: "Programmer un envoi" });
  await form.getByRole("button", { name: "Enregistrer" }).click();
  await form.getByText("Choisissez au moins une personne.").waitFor();
  await form.getByLabel("Autres adresses", { exact: true }).fill(paul);
  expect(await findings(claire)).toEqual([]);
  await form.getByRole("button", { name: "Enregistrer" }).click();
  await claire.getByText("Chaque semaine, lundi, à 08:00").waitFor();
  await claire.getByRole("button", { name: "Actions de cet envoi" }).click();
  await claire.getByRole("menuitem", { name: "M’envoyer un essai" }).click();
  await claire.getByText("Essai envoyé à votre adresse").first().waitFor();
  const outbox = async () => {
    const answer = await claire.request.get(`${base()}/dev/outbox.json`);
    const { items } = (await answer.json()) as { items: { subject: string; text: string }[] };
    return items.find(({ subject }) => subject.startsWith(title))?.text ?? "";
  };
  await expect.poll(outbox).toContain("48\u00A0312");
  expect(await outbox()).toContain("Lyon | 21\u00A0400,50");
  expect(await outbox()).toContain(address);

  await claire.getByRole("button", { name: "Actions de cet envoi" }).click();
  await claire.getByRole("menuitem", { name: "Envoyer maintenant…" }).click();
  const asks = claire.getByRole("dialog", { name: "Envoyer maintenant à 1 personne ?" });
  await asks.getByRole("button", { name: "Envoyer", exact: true }).click();
  await claire.getByText("1 message envoyé").first().waitFor();
  const outside = await mailTo(paul);
  expect(outside.text).toContain("Lyon | 21\u00A0400,50");
  const mailbox = await stranger({ colorScheme: "dark" });
  await mailbox.goto(`${base()}/dev/outbox/${outside.id}`);
  const shown = mailbox.getByRole("img", { name: /^Image du tableau de bord/ });
  // The page of the mail is white, whatever the reader's theme and the publisher's.
  expect(await shown.evaluate(pictured)).toMatchObject({ width: 1520, light: true, dark: true });
  await mailbox.context().close();
  expect(refused).toEqual([]);
});

it("is spoken of in two browsers, which see each other", async () => {
  await claire.keyboard.press("Escape");
  await karim.goto(address);
  await karim.getByRole("group", { name: /Aussi sur ce tableau de bord : Claire/ }).waitFor();
  await claire.getByRole("group", { name: /Aussi sur ce tableau de bord : Karim/ }).waitFor();
  await karim.goto(`${base()}/clients`);
  await claire.goto(address);
  await claire.getByRole("button", { name: "Commentaires" }).click();
  const field = claire.getByRole("textbox", { name: "Commentaire" });
  await field.pressSequentially("@Kar");
  await claire.getByRole("option", { name: /Karim/ }).click();
  await field.pressSequentially("Lyon monte");
  // A phone that is turned has other buttons; what was typed stays.
  const wide = claire.viewportSize() ?? { width: 1440, height: 900 };
  await claire.setViewportSize({ width: 390, height: 844 });
  const actions = { name: "Actions du tableau de bord", includeHidden: true };
  await claire.getByRole("button", actions).waitFor();
  await claire.setViewportSize(wide);
  expect(await field.inputValue()).toContain("Lyon monte");
  await claire.getByRole("button", { name: "Commenter", exact: true }).click();
  await claire.getByRole("article").getByText("Lyon monte").waitFor();

  // The bell rings on another page, and leads to the dashboard with what was said before one's eyes.
  await karim.getByRole("button", { name: /^Notifications, \d+ non lue/ }).click();
  const told = karim.getByRole("link", { name: new RegExp(title) });
  await told.getByText("Claire Morvan vous a mentionné").waitFor();
  await told.getByText("Direction", { exact: false }).waitFor();
  expect(await findings(karim)).toEqual([]);
  await told.click();
  await karim.waitForURL(/\/d\/dsb_\w+\?comment=dcm_/);
  const said = karim.locator("li[aria-current=true]").getByRole("article");
  await said.getByText("Lyon monte").waitFor();
  await karim.getByRole("button", { name: "Commentaires, 1 non lu" }).waitFor();
  await said.getByText("Non lu").waitFor();
  expect(await findings(karim)).toEqual([]);
  await said.getByRole("button", { name: "Résoudre" }).click();
  await claire.getByText("Tout est résolu.").waitFor();
  const mails = async () => {
    const answer = await claire.request.get(`${base()}/dev/outbox.json`);
    const { items } = (await answer.json()) as { items: { subject: string }[] };
    return items.map(({ subject }) => subject);
  };
  await expect.poll(mails).toContain(`Claire Morvan vous mentionne sur ${title}`);
});
