import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findings } from "./axe.ts";
import { base, drawn, enter, launch, standing } from "./journey.ts";

const WIDE = { viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" as const };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const CARDS = ["Note de calcul", "Plans EXE", "Visa charpente", "Métré des façades"];

let browser: Browser;
let claire: Page;
let karim: Page;
let address: string;
const faults: string[] = [];

async function open(role: "owner" | "member" | "viewer", options: object = WIDE): Promise<Page> {
  const page = await enter(browser, role, options);
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (/Content Security Policy|TrustedHTML|TrustedScript/.test(message.text())) {
      faults.push(message.text());
    }
  });
  return page;
}

const column = (page: Page, name: string) =>
  page.getByRole("region", { name: new RegExp(`^${name},`) });
const card = (page: Page, title: string) => page.locator("[data-card]").filter({ hasText: title });
/** The titles of a column, from the top. */
const titles = (page: Page, name: string) =>
  column(page, name).locator("[data-card] p:first-of-type").allInnerTexts();
/** The title of the card that has the focus. */
const focused = (page: Page) =>
  page.evaluate(() =>
    document.activeElement?.matches("[data-card]")
      ? document.activeElement.querySelector("p")?.textContent
      : null,
  );
const both = async (name: string, wanted: string[]) => {
  for (const page of [claire, karim]) {
    await expect.poll(() => titles(page, name)).toEqual(wanted);
  }
};
const middle = async (page: Page, title: string) => {
  const box = await standing(card(page, title));
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

beforeAll(async () => {
  browser = await launch();
  claire = await open("owner");
  karim = await open("member");
  await claire.goto(`${base()}/boards`);
  await claire.getByRole("button", { name: /^Tableau/ }).click();
  await claire.getByRole("textbox", { name: "Nom" }).fill("Essai des mains");
  await claire.keyboard.press("Enter");
  await claire.waitForURL(/\/boards\/brd_/);
  address = claire.url();
  await karim.goto(address);
  await column(karim, "Backlog").waitFor();
});
afterAll(() => browser.close());

describe("two people on a board", () => {
  it("cards are written one after the other, and the other sees them", async () => {
    await column(claire, "Backlog").waitFor();
    await claire.keyboard.press("c");
    await claire.locator("textarea:focus").waitFor();
    for (const title of CARDS) {
      await claire.keyboard.type(title);
      await claire.keyboard.press("Enter");
    }
    await claire.keyboard.press("Escape");
    await both("Backlog", CARDS);
    const field = claire.getByRole("textbox", { name: "Titre de la carte" });
    await expect.poll(() => field.count()).toBe(0);
  });

  it("a card is dragged by mouse: the other sees it held, then landed, and the focus stays on it", async () => {
    const from = await middle(claire, "Plans EXE");
    const to = await column(claire, "À faire").boundingBox();
    await claire.mouse.move(from.x, from.y);
    await claire.mouse.down();
    await claire.mouse.move(from.x + 30, from.y + 4, { steps: 3 });
    await claire.mouse.move((to?.x ?? 0) + 100, (to?.y ?? 0) + 120, { steps: 8 });
    await claire.locator("[data-slot]").waitFor();
    await karim.locator("[data-cursor]").getByText("Claire").waitFor();
    // Told for some seconds: looked for from before the drop on.
    const told = column(karim, "À faire")
      .getByText(/^Claire, \d/)
      .waitFor();
    await claire.mouse.up();
    await both("À faire", ["Plans EXE"]);
    await both("Backlog", ["Note de calcul", "Visa charpente", "Métré des façades"]);
    await expect.poll(() => focused(claire)).toBe("Plans EXE");
    await told;
  });

  it("a card is carried by keyboard, told in words, and dropped", async () => {
    await card(karim, "Visa charpente").focus();
    const told = karim.locator("[aria-live=assertive]").last();
    await karim.keyboard.press("Space");
    await expect.poll(() => told.innerText()).toContain("Visa charpente prise");
    await karim.keyboard.press("ArrowRight");
    await karim.keyboard.press("ArrowUp");
    await expect.poll(() => told.innerText()).toContain("À faire, place 1 sur 2");
    await karim.keyboard.press("Enter");
    await both("À faire", ["Visa charpente", "Plans EXE"]);
    await expect.poll(() => focused(karim)).toBe("Visa charpente");
    await karim.keyboard.press("Space");
    await karim.keyboard.press("ArrowDown");
    await karim.keyboard.press("Escape");
    await expect.poll(() => told.innerText()).toContain("est revenue à sa place");
    await both("À faire", ["Visa charpente", "Plans EXE"]);
  });

  it("a card moves by choice alone, and the move is undone and done again", async () => {
    await card(claire, "Note de calcul").focus();
    await claire.keyboard.press("m");
    const dialog = claire.getByRole("dialog", { name: "Déplacer la carte" });
    await dialog.getByRole("button", { name: /Colonne/ }).click();
    await claire.getByRole("option", { name: "En cours" }).click();
    await dialog.getByRole("button", { name: "Déplacer" }).click();
    await both("En cours", ["Note de calcul"]);
    await expect.poll(() => focused(claire)).toBe("Note de calcul");
    await claire.keyboard.press("Control+z");
    await both("Backlog", ["Note de calcul", "Métré des façades"]);
    await claire.keyboard.press("Control+y");
    await both("En cours", ["Note de calcul"]);
  });

  it("a card is opened, renamed and described beside its board, and given back its focus", async () => {
    await card(claire, "Note de calcul").click();
    const panel = claire.getByRole("dialog", { name: /^Carte/ });
    await panel.getByRole("textbox", { name: "Titre" }).fill("Note de calcul sismique");
    await claire.keyboard.press("Enter");
    await card(karim, "Note de calcul sismique").waitFor();
    await claire.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
    await expect.poll(() => focused(claire)).toBe("Note de calcul sismique");
    await claire.keyboard.press("Enter");
    await panel.getByRole("button", { name: "Décrire la carte…" }).click();
    await panel
      .getByRole("textbox", { name: "Description" })
      .fill("**Gras** [lien](https://exemple.fr) <img src=x onerror=alert(1)>");
    await claire.keyboard.press("Escape");
    await panel.locator("strong", { hasText: "Gras" }).waitFor();
    expect(await panel.locator(".prose-aetheria img").count()).toBe(0);
    expect(await panel.getByRole("link", { name: "lien" }).getAttribute("rel")).toContain(
      "noopener",
    );
    await panel.getByRole("button", { name: /Étiquettes/ }).click();
    await claire.getByRole("combobox").fill("Structure");
    await claire.keyboard.press("Enter");
    await claire.keyboard.press("Escape");
    await card(karim, "Note de calcul sismique").getByText("Structure").waitFor();
    await claire.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
    await expect.poll(() => focused(claire)).toBe("Note de calcul sismique");
  });

  it("what is done without the network is kept, sent later, and both agree", async () => {
    await karim.context().setOffline(true);
    await karim
      .getByText(/^Hors ligne/)
      .first()
      .waitFor();
    await card(karim, "Métré des façades").focus();
    for (const key of ["Space", "ArrowRight", "ArrowRight", "ArrowRight", "Enter"]) {
      await karim.keyboard.press(key);
    }
    await expect.poll(() => titles(karim, "Validation")).toEqual(["Métré des façades"]);
    await card(claire, "Plans EXE").focus();
    for (const key of ["Space", "ArrowRight", "Enter"]) await claire.keyboard.press(key);
    await expect.poll(() => titles(claire, "En cours")).toContain("Plans EXE");
    expect(await titles(claire, "Validation")).toEqual([]);
    await karim.context().setOffline(false);
    await expect.poll(() => titles(claire, "Validation")).toHaveLength(1);
    const now = await titles(claire, "En cours");
    await both("En cours", now);
    await both("Validation", ["Métré des façades"]);
  });
});

describe("by touch", () => {
  it("a held card is dragged, and one held still is selected, to be moved by choice", async () => {
    const phone = await open("member", PHONE);
    await phone.goto(address);
    await card(phone, "Note de calcul").waitFor({ state: "attached" });
    await phone.getByRole("navigation", { name: "Colonnes" }).getByText("En cours").click();
    await expect.poll(async () => (await middle(phone, "Plans EXE")).x).toBeLessThan(390);
    const before = await titles(phone, "En cours");
    const devtools = await phone.context().newCDPSession(phone);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", points: object[]) =>
      devtools.send("Input.dispatchTouchEvent", { type, touchPoints: points as never });
    const first = await middle(phone, before[0] ?? "");
    const last = await middle(phone, before[1] ?? "");
    const lifted = phone.locator("[data-board][data-held]");
    await touch("touchStart", [first]);
    await lifted.waitFor();
    for (const part of [0.3, 0.6, 1, 1.4]) {
      await touch("touchMove", [{ x: first.x, y: first.y + (last.y - first.y) * part }]);
      await drawn(phone);
    }
    await touch("touchEnd", []);
    await both("En cours", before.toReversed());
    const held = await middle(phone, before[0] ?? "");
    await lifted.waitFor({ state: "detached" });
    await touch("touchStart", [held]);
    await lifted.waitFor();
    await touch("touchEnd", []);
    const bar = phone.getByRole("toolbar", { name: "1 carte sélectionnée" });
    await bar.getByRole("button", { name: "Déplacer vers…" }).click();
    await phone.getByRole("dialog", { name: "Déplacer la carte" }).waitFor();
    await phone.context().close();
  });
});

describe("whoever may only read", () => {
  it("sees everything live and is offered nothing that would be refused", async () => {
    const viewer = await open("viewer");
    await viewer.goto(address);
    const shown = card(viewer, "Note de calcul sismique");
    await shown.waitFor();
    for (const name of [/^Carte/, /^Ajouter une carte/, /^Actions de la colonne/, /^Colonne$/]) {
      expect(await viewer.getByRole("main").getByRole("button", { name }).count()).toBe(0);
    }
    expect(await viewer.getByRole("checkbox").count()).toBe(0);
    await shown.focus();
    await viewer.keyboard.press("Space");
    expect(await viewer.locator("[data-slot]").count()).toBe(0);
    await viewer.keyboard.press("Enter");
    const panel = viewer.getByRole("dialog", { name: /^Carte/ });
    await panel.getByText("Gras").waitFor();
    expect(await panel.getByRole("button", { name: /Priorité|Assignés|Modifier/ }).count()).toBe(0);
    await viewer.context().close();
  });
});

describe("axe", () => {
  it.each(["light", "dark"] as const)("finds nothing serious, %s", async (colorScheme) => {
    const page = await open("owner", { ...WIDE, colorScheme });
    await page.goto(`${base()}/boards`);
    await page.getByRole("link", { name: "Essai des mains" }).waitFor();
    expect({ list: await findings(page) }).toEqual({ list: [] });
    await page.goto(address);
    await card(page, "Note de calcul").waitFor();
    expect({ board: await findings(page) }).toEqual({ board: [] });
    await card(page, "Note de calcul").click();
    await page.getByRole("dialog").getByText("Gras").waitFor();
    expect({ card: await findings(page) }).toEqual({ card: [] });
    await page.context().close();
  });
});

it("the page's policy was never offended, and nothing broke", () => {
  expect(faults).toEqual([]);
});
