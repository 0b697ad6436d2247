import type { Browser, Page, Route } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findings } from "./axe.ts";
import { base, enter, launch } from "./journey.ts";

let browser: Browser;
let claire: Page;

beforeAll(async () => {
  browser = await launch();
  claire = await enter(browser, "owner");
});
afterAll(() => browser.close());

/** A server that takes no change of a note. */
const away = (route: Route) =>
  route.request().method() === "PATCH" ? route.abort() : route.fallback();

it("a note is written by keyboard and saves itself, is linked on a card, and leads back to it", async () => {
  await claire.goto(`${base()}/notes`);
  await claire.getByRole("heading", { level: 1, name: "Notes" }).waitFor();
  await claire.keyboard.press("c");
  await claire.waitForURL(/\/notes\/not_/);
  const title = claire.getByRole("textbox", { name: "Titre" });
  await title.waitFor();
  await title.fill("Point béton du lundi");
  const saved = claire.waitForResponse(
    (answer) =>
      answer.request().method() === "PATCH" && answer.request().postData()!.includes("R+1"),
  );
  await claire.getByRole("textbox", { name: "Texte" }).fill("- Coulage du R+1 reporté");
  expect((await saved).ok()).toBe(true);
  const note = new URL(claire.url()).pathname;
  // The server is away for a while, and the page is closed meanwhile: what was typed is there again, and goes out.
  await claire.route("**/api/v1/notes/*", away);
  const tried = claire.waitForEvent("requestfailed", (request) => request.method() === "PATCH");
  await claire.getByRole("textbox", { name: "Texte" }).fill("- Coulage du R+1 reporté au 27");
  await tried;
  await claire.reload();
  await claire.getByText("Coulage du R+1 reporté au 27").waitFor();
  await claire.unroute("**/api/v1/notes/*", away);
  await claire.getByRole("status").filter({ hasText: "Enregistré" }).waitFor();

  await claire.goto(`${base()}/boards`);
  await claire
    .getByRole("link", { name: /Vie de l’atelier/ })
    .first()
    .click();
  const card = claire.locator("[data-card]").first();
  await card.waitFor();
  await card.focus();
  await claire.keyboard.press("Enter");
  const panel = claire.getByRole("dialog");
  await panel.waitFor();
  const opened = () => new URL(claire.url()).searchParams.get("card");
  await expect.poll(opened).toMatch(/^crd_/);
  const linked = opened();
  await panel.getByRole("button", { name: "Lier une note" }).press("Enter");
  await claire.getByRole("combobox", { name: "Note" }).fill("béton du lundi");
  await claire.getByRole("option", { name: /Point béton du lundi/ }).waitFor();
  await claire.keyboard.press("Enter");
  await panel.getByRole("link", { name: /Point béton du lundi/ }).click();

  await claire.waitForURL(new RegExp(note));
  await claire.getByText("Coulage du R+1 reporté au 27").waitFor();
  const back = claire.getByRole("region", { name: "Cartes liées" }).getByRole("link");
  await back.waitFor();
  expect(await findings(claire)).toEqual([]);
  await back.click();
  await claire.getByRole("dialog").getByRole("region", { name: "Notes" }).waitFor();
  await expect.poll(opened).toBe(linked);
});
