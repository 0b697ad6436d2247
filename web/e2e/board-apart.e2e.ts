import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { base, enter, launch } from "./journey.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const backlog = (page: Page) => page.getByRole("region", { name: /^Backlog,/ });
const card = (page: Page, title: string) =>
  page.locator("[data-card]").filter({ has: page.getByText(title, { exact: true }) });
const waits = (page: Page, text: string) => page.getByText(text, { exact: true }).first().waitFor();

// A page loaded while DevTools holds the network off is at times told that there is one: then it has lost its connection.
const offline = async (page: Page) => {
  const said = page.getByText(/^(Hors ligne –|Connexion perdue, nouvelle tentative…) /).first();
  return (await said.innerText()).replace("Connexion perdue, nouvelle tentative…", "Hors ligne –");
};

/** The titles of every column, from the top. */
const titles = (page: Page) =>
  page
    .locator("[data-column]")
    .evaluateAll((lanes) =>
      lanes.map((lane) =>
        [...lane.querySelectorAll("[data-card] p:first-of-type")].map((title) => title.textContent),
      ),
    );

/** Writes cards one after the other, at the foot of the first column. */
async function write(page: Page, names: readonly string[]): Promise<void> {
  await backlog(page).waitFor();
  const field = backlog(page).getByRole("textbox");
  if (!(await field.isVisible())) await page.keyboard.press("c");
  for (const name of names) {
    await field.fill(name);
    await field.press("Enter");
    await card(page, name).waitFor();
  }
  await field.press("Escape");
}

/** Carries cards to the right by keyboard. */
async function carry(page: Page, names: readonly string[], columns = 1): Promise<void> {
  for (const name of names) {
    await card(page, name).focus();
    for (const key of ["Space", ...Array<string>(columns).fill("ArrowRight"), "Enter"]) {
      await page.keyboard.press(key);
    }
    // It has the focus again once it is where it was put.
    await page.locator("[data-card]:focus").filter({ hasText: name }).waitFor();
    await page.getByText(new RegExp(`^${name} posée dans`)).waitFor({ state: "attached" });
  }
}

/** The board as this device keeps it, empty while it does not, or while something done waits to be sent. */
const kept = (page: Page, address: string) =>
  page.evaluate(async (board) => {
    // It runs in the page.
    // oxlint-disable-next-line unicorn/consistent-function-scoping
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(request.error ?? new Error("IndexedDB")));
      });
    const database = await asked(indexedDB.open("aetheria.boards"));
    const tx = database.transaction(["boards", "pending"]);
    const [keys, boards, waiting] = await Promise.all([
      asked(tx.objectStore("boards").getAllKeys()),
      asked(tx.objectStore("boards").getAll()),
      asked(tx.objectStore("pending").count()),
    ]);
    database.close();
    const at = (keys as string[]).findIndex(
      (key) => key.startsWith("usr_") && key.endsWith(`/${board}`),
    );
    return waiting > 0 || at < 0 ? "" : JSON.stringify(boards[at]);
  }, address.split("/").at(-1));

/** Opens a card, does something in its panel, and closes it. */
async function within(
  page: Page,
  name: string,
  work: (panel: ReturnType<Page["locator"]>) => Promise<void>,
) {
  await card(page, name).focus();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("dialog", { name: /^Carte/ });
  await panel.waitFor();
  await work(panel);
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });
}
const rename = (page: Page, name: string, title: string) =>
  within(page, name, async (panel) => {
    await panel.getByRole("textbox", { name: "Titre" }).fill(title);
    await page.keyboard.press("Enter");
  });
const describe = (page: Page, name: string, text: string) =>
  within(page, name, async (panel) => {
    await panel.getByRole("button", { name: /^Décrire|^Modifier la description/ }).click();
    await panel.getByRole("textbox", { name: "Description" }).fill(text);
    await page.keyboard.press("Escape");
  });

const numbered = (name: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${name} ${i + 1}`);

it("forty changes on two devices without a network, over a reload: both are equal, and each conflict is mended", async () => {
  const [claire, karim] = [await enter(browser, "owner"), await enter(browser, "member")];
  await claire.goto(`${base()}/boards`);
  await claire.getByRole("button", { name: /^Tableau/ }).click();
  await claire.getByRole("textbox", { name: "Nom" }).fill("Chacun de son côté");
  await claire.keyboard.press("Enter");
  await claire.waitForURL(/\/boards\/brd_/);
  const address = claire.url();
  await write(claire, ["A", "B", "C", "D", "E", "F", "G", "H"]);
  await describe(claire, "D", "Une seule ligne");
  await waits(claire, "Enregistré");
  for (const page of [claire, karim]) {
    await page.goto(address);
    await card(page, "H").waitFor();
    // The shell that a page opens without a network, and the board on the device, are kept a moment after.
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await expect.poll(() => kept(page, address)).toContain("Une seule ligne");
    await page.context().setOffline(true);
    await page
      .getByText(/^Hors ligne/)
      .first()
      .waitFor();
  }

  await write(claire, numbered("Claire", 8));
  await carry(claire, ["A", "B", "C", ...numbered("Claire", 5)]);
  await rename(claire, "A", "A par Claire");
  await rename(claire, "E", "E par Claire");
  await describe(claire, "D", "La ligne de Claire");
  await within(claire, "H", async (panel) => {
    await panel.getByRole("button", { name: "Autres actions" }).click();
    await claire.getByRole("menuitem", { name: "Supprimer la carte" }).click();
  });

  await write(karim, numbered("Karim", 8));
  await carry(karim, ["A"], 2);
  await carry(karim, ["F", "G", ...numbered("Karim", 5)]);
  await rename(karim, "A", "A par Karim");
  await rename(karim, "B", "B par Karim");
  await describe(karim, "D", "La ligne de Karim");
  await describe(karim, "H", "Un texte pour une carte que Claire supprime");

  for (const page of [claire, karim]) {
    await expect.poll(() => offline(page)).toBe("Hors ligne – 20 à envoyer");
    await page.reload();
    await card(page, page === claire ? "Claire 8" : "Karim 8").waitFor();
    await expect.poll(() => offline(page)).toBe("Hors ligne – 20 à envoyer");
  }
  await claire.context().setOffline(false);
  await waits(claire, "Enregistré");
  await karim.context().setOffline(false);
  await karim.getByRole("button", { name: "4 conflits à trancher" }).waitFor();
  await karim.reload();
  await karim.getByRole("button", { name: "4 conflits à trancher" }).click();
  const dialog = karim.getByRole("dialog", { name: "À trancher" });
  const row = (text: string) => dialog.getByRole("listitem").filter({ hasText: text });
  await row("« Titre » : deux valeurs").getByText("A par Claire").waitFor();
  await row("« Titre » : deux valeurs").getByRole("button", { name: "Rétablir l’autre" }).click();
  await row("« Colonne » : deux valeurs").getByRole("button", { name: "Garder la vôtre" }).click();
  await row("La ligne de Claire").getByRole("button", { name: "Garder la mienne" }).click();
  await row("Un texte pour une carte")
    .getByRole("button", { name: /^Rétablir la carte/ })
    .click();
  await dialog.waitFor({ state: "detached" });

  await waits(karim, "Enregistré");
  const cards = ["A par Claire", "B par Karim", "C", "D", "E par Claire", "F", "G", "H"];
  const all = [...cards, ...numbered("Claire", 8), ...numbered("Karim", 8)];
  await expect.poll(async () => (await titles(karim)).flat().toSorted()).toEqual(all.toSorted());
  const now = await titles(karim);
  await expect.poll(() => titles(claire)).toEqual(now);
  expect(now[2]).toContain("A par Claire");
  await within(claire, "D", (panel) => panel.getByText("La ligne de Karim").waitFor());
  await within(claire, "H", (panel) => panel.getByText("Un texte pour une carte").waitFor());
  // Karim's column stayed: Claire, whose move it replaced, is told as well, and lets it be.
  await claire.getByRole("button", { name: "1 conflit à trancher" }).click();
  const hers = claire.getByRole("dialog", { name: "À trancher" });
  await hers.getByRole("listitem").filter({ hasText: "« Colonne »" }).waitFor();
  await hers.getByRole("button", { name: "Laisser l’autre" }).click();
  await hers.waitFor({ state: "detached" });
  await expect.poll(() => claire.getByText(/à trancher/).count()).toBe(0);
  await Promise.all([claire.context().close(), karim.context().close()]);
}, 300_000);
