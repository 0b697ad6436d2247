import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { base, enter, launch, standing } from "./journey.ts";

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
  const box = await standing(element);
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
    const dialog = page.getByRole("dialog", { name: "Nouveau client" });
    await dialog.waitFor();
    await still(page);
    const [title, close] = [
      await boxOf(dialog.getByRole("heading").first()),
      await boxOf(dialog.getByRole("button", { name: "Fermer" })),
    ];
    expect(Math.abs(title.middle - close.middle)).toBeLessThanOrEqual(1);
    await dialog.getByRole("textbox").first().fill(`Atelier ${Date.now()}`);
    await page.keyboard.press("Enter");
    const record = page.getByRole("dialog", { name: /^Atelier/ });
    await record.waitFor();
    await page.keyboard.press("Escape");
    await record.waitFor({ state: "detached" });
    const toast = page.getByRole("region", { name: "Notifications" }).getByRole("listitem");
    // It stays for as long as somebody points at it.
    await toast.hover();
    const bar = await boxOf(page.getByRole("navigation", { name: "Navigation principale" }).last());
    await still(page);
    expect((await boxOf(toast)).bottom).toBeLessThanOrEqual(bar.y);
    expect((await boxOf(toast)).bottom).toBeLessThanOrEqual((await boxOf(create)).y);
    await create.click();
    await dialog.waitFor();
    await still(page);
    const shown = await boxOf(toast);
    expect(shown.bottom).toBeLessThanOrEqual((await boxOf(dialog)).y);
    await toast.getByRole("button", { name: "Fermer" }).click();
    await toast.waitFor({ state: "detached" });
    expect(await dialog.count()).toBe(1);
    await page.context().close();
  });

  it("the search of clients has its row, with its words whole, as high as a thumb", async () => {
    const page = await onPhone();
    await page.goto(`${base()}/clients`);
    const search = page.getByRole("searchbox", { name: "Chercher dans la liste" });
    const field = await boxOf(search.locator("xpath=.."));
    expect(field.width).toBeGreaterThan(340);
    expect(field.height).toBeGreaterThanOrEqual(44);
    await page.context().close();
  });

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
    await page.locator("[data-board][data-held]").waitFor();
    await touch("touchMove", 300);
    // By the page's own clock: how long from the finger at the edge to more than half a column.
    const half = await page.evaluateHandle(() => {
      const board = document.querySelector("[data-board]");
      const took = new Promise<number>((done) => {
        const atEdge = ({ touches }: TouchEvent) => {
          if ((touches[0]?.clientX ?? 0) < 380) return;
          removeEventListener("touchmove", atEdge, true);
          const began = performance.now();
          const look = () => {
            if ((board?.scrollLeft ?? 0) > 220) done(performance.now() - began);
            else requestAnimationFrame(look);
          };
          look();
        };
        addEventListener("touchmove", atEdge, true);
      });
      // A promise within: what begins to listen has begun once the handle is there.
      return { took };
    });
    await touch("touchMove", 385);
    expect(await half.evaluate(({ took }) => took)).toBeGreaterThan(600);
    await touch("touchMove", 200);
    const under = Math.floor(((await scrolled()) + 200) / 362);
    await touch("touchEnd");
    expect(under).toBeGreaterThanOrEqual(1);
    await expect
      .poll(async () => Math.abs((await boxOf(columns.nth(under))).x - 16))
      .toBeLessThanOrEqual(1);
    await page.context().close();
  });
});
