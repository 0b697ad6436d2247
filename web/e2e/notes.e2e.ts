import type { Browser, Page } from "playwright-core";
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
  const opened = new URL(claire.url()).searchParams.get("card");
  expect(opened).toMatch(/^crd_/);
  await panel.getByRole("button", { name: "Lier une note" }).press("Enter");
  await claire.getByRole("combobox", { name: "Note" }).fill("béton du lundi");
  await claire.getByRole("option", { name: /Point béton du lundi/ }).waitFor();
  await claire.keyboard.press("Enter");
  await panel.getByRole("link", { name: /Point béton du lundi/ }).click();

  await claire.waitForURL(new RegExp(note));
  await claire.getByText("Coulage du R+1 reporté").waitFor();
  const back = claire.getByRole("region", { name: "Cartes liées" }).getByRole("link");
  await back.waitFor();
  expect(await findings(claire)).toEqual([]);
  await back.click();
  await claire.getByRole("dialog").getByRole("region", { name: "Notes" }).waitFor();
  expect(new URL(claire.url()).searchParams.get("card")).toBe(opened);
});
