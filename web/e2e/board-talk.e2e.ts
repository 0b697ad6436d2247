import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findings } from "./axe.ts";
import { base, enter, launch } from "./journey.ts";

// A one-pixel picture: what is pasted and shown needs bytes that a browser draws.
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

let browser: Browser;
let claire: Page;
let karim: Page;

beforeAll(async () => {
  browser = await launch();
  claire = await enter(browser, "owner");
  karim = await enter(browser, "member");
  await claire.goto(`${base()}/boards`);
  await claire.getByRole("button", { name: /^Tableau/ }).click();
  await claire.getByRole("textbox", { name: "Nom" }).fill("Essai des voix");
  await claire.keyboard.press("Enter");
  await claire.waitForURL(/\/boards\/brd_/);
  await claire.getByRole("region", { name: /^Backlog,/ }).waitFor();
  await claire.keyboard.press("c");
  await claire.locator("textarea:focus").waitFor();
  await claire.keyboard.type("Note de calcul");
  await claire.keyboard.press("Enter");
  await claire.locator("[data-card]").filter({ hasText: "Note de calcul" }).waitFor();
  await claire.keyboard.press("Escape");
  await karim.goto(`${base()}/clients`);
});
afterAll(() => browser.close());

it("a mention written by keyboard rings the bell of whoever it calls, who answers beside it, live", async () => {
  await claire.locator("[data-card]").filter({ hasText: "Note de calcul" }).focus();
  await claire.keyboard.press("Enter");
  await claire.getByRole("button", { name: "Écrire un commentaire…" }).press("Enter");
  await claire.locator("textarea:focus").waitFor();
  await claire.keyboard.type("Peux-tu relire, @karim");
  await claire.getByRole("option", { name: "Karim Benali" }).waitFor();
  expect(await findings(claire)).toEqual([]);
  await claire.keyboard.press("Enter");
  await claire.keyboard.press("Control+Enter");
  const bell = karim.getByRole("button", { name: /^Notifications, \d+ non lue/ });
  await bell.click();
  const told = karim.getByRole("link", { name: /Claire Morvan vous a mentionné/ }).first();
  await told.getByText("Note de calcul").waitFor();
  expect(await findings(karim)).toEqual([]);
  await told.click();
  const comment = karim.getByRole("article", { name: "Commentaire de Claire Morvan" });
  await comment.getByText("@Karim Benali").waitFor();
  await karim.getByRole("button", { name: "Écrire un commentaire…" }).click();
  await karim.locator("textarea:focus").waitFor();
  await karim.keyboard.type("Relu, **rien à dire**");
  await karim.keyboard.press("Control+Enter");
  await claire.getByRole("article", { name: "Commentaire de Karim Benali" }).waitFor();
  await claire.getByText("rien à dire", { exact: true }).waitFor();
});

it("what is half written is there after a reload; a picture comes to the card, and is seen by the other", async () => {
  const field = claire.getByRole("textbox", { name: "Commentaire" });
  await field.press("End");
  await claire.keyboard.type("À moitié");
  await claire.reload();
  await expect.poll(() => field.inputValue()).toBe("À moitié");
  const picture = { name: "plan.png", mimeType: "image/png", buffer: PIXEL };
  await claire.locator("input[type=file]").setInputFiles(picture);
  await karim.getByRole("button", { name: "Voir plan.png" }).click();
  const shown = karim.getByRole("dialog", { name: "plan.png" }).getByRole("img");
  await expect
    .poll(() => shown.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBe(1);
  expect(await findings(karim)).toEqual([]);
});

it("the history shows what was before, and gives it back", async () => {
  const title = claire.getByRole("textbox", { name: "Titre" });
  await title.fill("Note de calcul sismique");
  await title.press("Enter");
  await claire.getByRole("tab", { name: "Historique" }).click();
  const change = claire.getByRole("listitem").filter({ hasText: "a modifié : titre" });
  await change.getByText("Note de calcul sismique", { exact: true }).waitFor();
  expect(await findings(claire)).toEqual([]);
  await change.getByRole("button", { name: /^Rétablir/ }).click();
  await expect.poll(() => title.inputValue()).toBe("Note de calcul");
});
