import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { base, enter, launch, signInLink } from "./journey.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

it.each(["owner", "member", "viewer"] as const)(
  "the link that npm start prints signs the %s in, without a password",
  async (role) => {
    const page = await enter(browser, role);
    await expect.poll(() => page.getByRole("heading", { level: 1 }).textContent()).toMatch(/\S/);
    expect(page.url()).not.toContain("#");
    // The page changed without the browser: a screen reader hears of it by the focus.
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("content");
    await page.context().close();
  },
);

it("a link signs in once", async () => {
  const link = await signInLink("viewer");
  const first = await (await browser.newContext()).newPage();
  await first.goto(link);
  await first.waitForURL(`${base()}/`);
  const second = await (await browser.newContext()).newPage();
  await second.goto(link);
  await second.getByRole("heading", { level: 1 }).waitFor();
  await second.getByRole("link").or(second.getByRole("button")).first().waitFor();
  expect(second.url()).toBe(`${base()}/sign-in/link`);
  await second.goto(`${base()}/`);
  await second.waitForURL(/\/sign-in/);
  await Promise.all([first.context().close(), second.context().close()]);
});
