import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { newId } from "#domain/ids.ts";
import { base, enter, launch, standing } from "./journey.ts";

const CARDS = 2000;
/** What a column may have in the page at once, however long it is. */
const MOST_DRAWN = 60;

let browser: Browser;
let page: Page;

/** The card that has the focus, and where it stands. */
const held = () =>
  page.evaluate(() => {
    const item = document.activeElement?.closest("[aria-posinset]");
    return {
      title: item?.querySelector("p")?.textContent,
      at: Number(item?.getAttribute("aria-posinset")),
      of: Number(item?.getAttribute("aria-setsize")),
    };
  });
const drawn = () => page.locator("[data-column]").first().locator("[data-card]").count();
/** Whether the card that has the focus is in sight, within its column. */
const inSight = () =>
  page.evaluate(() => {
    const card = document.activeElement?.getBoundingClientRect();
    const lane = document.activeElement?.closest("[data-lane]")?.getBoundingClientRect();
    return !!card && !!lane && card.top >= lane.top - 1 && card.bottom <= lane.bottom + 1;
  });

/** Calls the API as the page does, with a token of its own session. */
async function call<T>(path: string, body?: object): Promise<T> {
  return page.evaluate(
    async ([url, data]) => {
      const refreshed = await fetch("/api/v1/auth/refresh", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: "{}",
      });
      const { accessToken } = (await refreshed.json()) as { accessToken: string };
      const headers = {
        authorization: `Bearer ${accessToken}`,
        "content-type": "application/json",
        "idempotency-key": crypto.randomUUID(),
      };
      const init = data ? { method: "POST", headers, body: JSON.stringify(data) } : { headers };
      return (await fetch(`/api/v1${url}`, init)).json() as Promise<never>;
    },
    [path, body] as const,
  );
}

beforeAll(async () => {
  browser = await launch();
  page = await enter(browser, "owner", {
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
  });
  const { id } = await call<{ id: string }>("/boards", { title: "Très long" });
  const { columns } = await call<{ columns: { id: string }[] }>(`/boards/${id}/cards`);
  const column = columns[0]?.id ?? "";
  const ops = Array.from({ length: CARDS }, (_, i) => ({
    kind: "card.create",
    card: newId("crd"),
    column,
    after: null,
    before: null,
    fields: { title: `Carte ${i + 1}${i % 3 ? "" : ", dont le titre prend plusieurs lignes"}` },
  }));
  for (let i = 0; i < CARDS; i += 200)
    await call(`/boards/${id}/ops`, { ops: ops.slice(i, i + 200) });
  await page.goto(`${base()}/boards/${id}`);
  await page.locator("[data-card]").first().waitFor();
});
afterAll(() => browser.close());

it("draws a window of a long column, from its head to its foot and back, and says where each card stands", async () => {
  expect(await drawn()).toBeLessThan(MOST_DRAWN);
  await page.locator("[data-card]").first().focus();
  await page.keyboard.press("End");
  await expect.poll(held).toEqual({ title: `Carte ${CARDS}`, at: CARDS, of: CARDS });
  await expect.poll(inSight).toBe(true);
  expect(await drawn()).toBeLessThan(MOST_DRAWN);
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press("ArrowUp");
    await expect.poll(async () => (await held()).at).toBe(CARDS - 1 - i);
    await expect.poll(inSight).toBe(true);
  }
  await page.keyboard.press("Home");
  await expect.poll(async () => (await held()).at).toBe(1);
  await expect.poll(inSight).toBe(true);
  expect(await drawn()).toBeLessThan(MOST_DRAWN);
});

it("keeps the card with the focus while the column is scrolled far away from it", async () => {
  await page.locator("[data-card]").first().focus();
  const lane = page.locator("[data-lane]").first();
  await lane.evaluate((element) => element.scrollTo({ top: element.scrollHeight / 2 }));
  await expect
    .poll(() => lane.locator("[aria-posinset]").last().getAttribute("aria-posinset").then(Number))
    .toBeGreaterThan(900);
  expect(await held()).toMatchObject({ at: 1 });
  expect(await drawn()).toBeLessThan(MOST_DRAWN);
  await page.keyboard.press("ArrowDown");
  await expect.poll(async () => (await held()).at).toBe(2);
  await expect.poll(inSight).toBe(true);
});

it("a card is dragged beyond what was drawn when it was lifted, and lands where it is let go", async () => {
  const lane = page.locator("[data-lane]").first();
  await lane.evaluate((element) => element.scrollTo({ top: 0 }));
  const card = await page.locator("[data-card]").first().boundingBox();
  const box = await lane.boundingBox();
  if (!card || !box) throw new Error("Nothing is drawn");
  const x = card.x + 60;
  await page.mouse.move(x, card.y + 20);
  await page.mouse.down();
  await page.mouse.move(x, card.y + 60, { steps: 4 });
  await page.mouse.move(x, box.y + box.height - 6, { steps: 8 });
  await expect.poll(() => lane.evaluate((element) => element.scrollTop)).toBeGreaterThan(3_000);
  await page.mouse.move(x, box.y + box.height / 2, { steps: 4 });
  await standing(page.locator("[data-slot]"));
  // The card below the slot: the one that was lifted no longer stands before it.
  const below = await page
    .locator("[data-slot] + li[aria-posinset]")
    .getAttribute("aria-posinset")
    .then(Number);
  await page.mouse.up();
  await expect.poll(held).toMatchObject({ title: /^Carte 1,/, at: below - 1, of: CARDS });
  await expect.poll(inSight).toBe(true);
  expect(below).toBeGreaterThan(MOST_DRAWN / 2);
});

it("a card is carried by keyboard to places that were not drawn", async () => {
  await page.keyboard.press("Home");
  await expect.poll(async () => (await held()).at).toBe(1);
  const { title } = await held();
  await page.keyboard.press("Space");
  for (let i = 0; i < 30; i++) await page.keyboard.press("ArrowDown");
  const slot = page.locator("[data-slot]");
  await expect.poll(async () => (await slot.boundingBox())?.y ?? 10_000).toBeLessThan(900);
  await page.keyboard.press("Enter");
  await expect.poll(held).toEqual({ title, at: 31, of: CARDS });
});
