import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { base, enter, launch } from "./journey.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const ULID = "01KABCDEFGHJKMNPQRSTVWXYZ0";

it("an address that nothing has is told the same, whether or not it could be one", async () => {
  const page = await enter(browser, "owner");
  const said = {
    "/boards/x": "Ce tableau n’existe pas",
    [`/boards/brd_${ULID}`]: "Ce tableau n’existe pas",
    "/clients/cli_nope": "Ce client n’existe plus",
    [`/clients/cli_${ULID}`]: "Ce client n’existe plus",
  };
  for (const [path, words] of Object.entries(said)) {
    await page.goto(base() + path);
    await page.getByText(words).first().waitFor();
    expect(await page.getByText("n’a pas pu être lue").count()).toBe(0);
  }
});
