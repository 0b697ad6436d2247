import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findings } from "./axe.ts";
import { base, enter, launch } from "./journey.ts";

const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1";
const PHONE = { viewport: { width: 390, height: 844 } };

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const device = (page: Page, name: string) =>
  page
    .getByRole("list", { name: "Appareils connectés" })
    .getByRole("listitem")
    .filter({ hasText: name });

it("a device is found by what and where it is, and signed out from another one, after a question", async () => {
  const phone = await enter(browser, "viewer", { ...PHONE, userAgent: IPHONE });
  const desk = await enter(browser, "viewer", PHONE);
  await desk.goto(`${base()}/settings/devices`);
  await device(desk, "cet appareil").getByText("Chrome · Linux").waitFor();
  await device(desk, "Safari · iPhone").getByText("réseau local").first().waitFor();
  expect(await findings(desk)).toEqual([]);
  await device(desk, "Safari · iPhone").getByRole("button").click();
  const question = desk.getByRole("dialog", { name: "Déconnecter Safari · iPhone ?" });
  await question.getByText("Il n’y a pas de retour", { exact: false }).waitFor();
  expect(await findings(desk)).toEqual([]);
  // Told for six seconds: looked for from before the press on.
  const told = desk.getByText("Appareil déconnecté").first().waitFor();
  await question.getByRole("button", { name: "Déconnecter" }).click();
  await device(desk, "Safari · iPhone").waitFor({ state: "detached" });
  await phone.getByText("Cette session a été fermée depuis un autre appareil.").waitFor();
  await told;
  await desk.getByRole("button", { name: /Afficher/ }).click();
  await desk.getByRole("option", { name: "Second facteur" }).click();
  await desk.getByText("Rien de tel n’est arrivé").waitFor();
  expect(await findings(desk)).toEqual([]);
});
