import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { base, enter, launch } from "./journey.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function onPhone(): Promise<Page> {
  return enter(browser, "owner", {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
}

async function boxOf(element: Locator) {
  const box = await element.boundingBox();
  if (!box) throw new Error("Not drawn");
  return { ...box, bottom: box.y + box.height, middle: box.y + box.height / 2 };
}

/** Once nothing moves any more. */
async function still(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document.getAnimations().every((a) => a.playState !== "running"),
  );
}

describe("on a phone", () => {
  it("toasts stand above the bar, and at the top while a dialog has the foot; neither closes the other", async () => {
    const page = await onPhone();
    await page.goto(`${base()}/clients`);
    const create = page.getByRole("button", { name: "Client", exact: true });
    await create.click();
    const dialog = page.getByRole("dialog");
    await still(page);
    const [title, close] = [
      await boxOf(dialog.getByRole("heading").first()),
      await boxOf(dialog.getByRole("button", { name: "Fermer" })),
    ];
    expect(Math.abs(title.middle - close.middle)).toBeLessThanOrEqual(1);
    await dialog.getByRole("textbox").first().fill(`Atelier ${Date.now()}`);
    await page.keyboard.press("Enter");
    await page.waitForURL(/clients\/cli_/);
    await page.keyboard.press("Escape");
    const toast = page.getByRole("region", { name: "Notifications" }).getByRole("listitem");
    const bar = await boxOf(page.getByRole("navigation", { name: "Navigation principale" }).last());
    await still(page);
    expect((await boxOf(toast)).bottom).toBeLessThanOrEqual(bar.y);
    expect((await boxOf(toast)).bottom).toBeLessThanOrEqual((await boxOf(create)).y);
    await create.click();
    await still(page);
    const shown = await boxOf(toast);
    expect(shown.bottom).toBeLessThanOrEqual((await boxOf(dialog)).y);
    await toast.getByRole("button", { name: "Fermer" }).click();
    await toast.waitFor({ state: "detached" });
    expect(await dialog.count()).toBe(1);
    await page.context().close();
  }, 60_000);

  it("the search of clients has its row, with its words whole, as high as a thumb", async () => {
    const page = await onPhone();
    await page.goto(`${base()}/clients`);
    const search = page.getByRole("searchbox", { name: "Chercher dans la liste" });
    const field = await boxOf(search.locator("xpath=.."));
    expect(field.width).toBeGreaterThan(340);
    expect(field.height).toBeGreaterThanOrEqual(44);
    await page.context().close();
  }, 60_000);

  it("a card held at the edge goes on one column in about a second, and the board stands on that column", async () => {
    const page = await onPhone();
    await page.goto(`${base()}/boards`);
    const link = page.getByRole("link", { name: /Études & chantiers/ });
    await link.first().click();
    const columns = page.locator("[data-column]");
    const box = await boxOf(columns.first().locator("[data-card]").first());
    const finger = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", x?: number) =>
      finger.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: x === undefined ? [] : [{ x, y: box.middle }],
      });
    const scrolled = () => page.locator("[data-board]").evaluate((board) => board.scrollLeft);
    await touch("touchStart", 150);
    await page.waitForTimeout(600);
    await touch("touchMove", 300);
    await touch("touchMove", 385);
    await page.waitForTimeout(1_200);
    expect(await scrolled()).toBeLessThan(2 * 362);
    await page.waitForFunction(
      () => (document.querySelector("[data-board]")?.scrollLeft ?? 0) > 220,
    );
    await touch("touchMove", 200);
    await touch("touchEnd");
    await expect
      .poll(async () => Math.abs((await boxOf(columns.nth(1))).x - 16), { timeout: 5_000 })
      .toBeLessThanOrEqual(1);
    await page.context().close();
  }, 60_000);
});
