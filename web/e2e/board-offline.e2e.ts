import type { Browser, BrowserContext, Page, WebSocketRoute } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { base, enter, launch } from "./journey.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** A switch in the cable between a browser and boards' objects. */
async function cable(context: BrowserContext) {
  const open = new Set<WebSocketRoute>();
  const state = { cut: false };
  await context.routeWebSocket(/\/ws\/boards\//, (route) => {
    if (!state.cut) {
      route.connectToServer();
      open.add(route);
    } else void route.close({ code: 1013 });
  });
  return {
    async cut(): Promise<void> {
      state.cut = true;
      await Promise.all([...open].map((route) => route.close({ code: 1013 })));
      open.clear();
    },
    mend: () => void (state.cut = false),
  };
}

async function openBoard(page: Page): Promise<string> {
  await page.goto(`${base()}/boards`);
  await page
    .getByRole("link", { name: /Études & chantiers/ })
    .first()
    .click();
  await page.locator("[data-card]").first().waitFor();
  return page.url();
}

async function write(page: Page, title: string): Promise<void> {
  const column = page.locator("[data-column]").first();
  const field = column.getByRole("textbox");
  if (!(await field.isVisible()))
    await column.getByRole("button", { name: /carte/i }).first().click();
  await field.fill(title);
  await field.press("Enter");
  await page.getByText(title).first().waitFor();
}

it("what is written without a connection survives the tab and reaches the others", async () => {
  const mine = await enter(browser, "owner");
  const wire = await cable(mine.context());
  const url = await openBoard(mine);
  const theirs = await enter(browser, "member");
  await theirs.goto(url);
  await theirs.locator("[data-card]").first().waitFor();

  await wire.cut();
  await write(mine, "Écrite sans réseau, un");
  await write(mine, "Écrite sans réseau, deux");
  // The tab dies: nothing is sent, nothing may ask.
  await mine.close({ runBeforeUnload: false });
  expect(await theirs.getByText("Écrite sans réseau").count()).toBe(0);

  wire.mend();
  const again = await openTab(mine.context(), url);
  for (const page of [again, theirs]) {
    await toTheEnd(page);
    await page.getByText("Écrite sans réseau, un").first().waitFor();
    await page.getByText("Écrite sans réseau, deux").first().waitFor();
    expect(await page.getByText("Écrite sans réseau").count()).toBe(2);
  }
  await Promise.all([again.context().close(), theirs.context().close()]);
});

it("two tabs of one browser work on one board, each seeing the other's cards once", async () => {
  const one = await enter(browser, "owner");
  const url = await openBoard(one);
  const two = await openTab(one.context(), url);
  await write(one, "De l’onglet un");
  await write(two, "De l’onglet deux");
  for (const page of [one, two]) {
    await page.getByText("De l’onglet un").first().waitFor();
    await page.getByText("De l’onglet deux").first().waitFor();
    expect(await page.getByText(/De l’onglet/).count()).toBe(2);
  }
  await one.context().close();
});

/** Scrolls the first column to its foot, where new cards stand: what is far from sight is not drawn. */
async function toTheEnd(page: Page): Promise<void> {
  await page.locator("[data-card]").first().focus();
  await page.keyboard.press("End");
}

/** Another tab of the same browser on the board. */
async function openTab(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await page.locator("[data-card]").first().waitFor();
  return page;
}
