import type { Lane } from "#scripts/vitest/e2e.ts";
import {
  chromium,
  type Browser,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from "playwright-core";
import { inject } from "vitest";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

type DemoRole = "owner" | "member" | "viewer";

/** The seeded server of this file, which shares it with the files before and after it alone. */
export function lane(): Lane {
  const found = inject("lanes")[Number(process.env["VITEST_POOL_ID"]) - 1];
  if (!found) throw new Error(`No server for worker ${process.env["VITEST_POOL_ID"]}`);
  return found;
}

/** The address of that server, without a slash at the end. */
export const base = (): string => lane().base;

/** Starts the browser of this machine. Close it in afterAll. */
export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: inject("chromium"), args: FLAGS });
}

/** A fresh one-time sign-in link of a demo person: as many as a journey needs. */
export async function signInLink(role: DemoRole): Promise<string> {
  const email = lane().people.find((person) => person.role === role)?.email ?? "";
  const answer = await fetch(`${lane().links}?email=${encodeURIComponent(email)}`);
  if (!answer.ok) throw new Error(await answer.text());
  return answer.text();
}

/** Opens a page of its own (cookies, storage) where that demo person has just signed in, at home. French unless told. */
export async function enter(
  browser: Browser,
  role: DemoRole,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ locale: "fr-FR", ...options });
  const page = await context.newPage();
  await page.goto(await signInLink(role));
  await page.waitForURL(`${base()}/`);
  await page.getByRole("navigation").first().waitFor();
  return page;
}

/** Has the signed-in account speak a language, chosen as a person does, and waits until the server has it. */
export async function speak(page: Page, language: "fr" | "en"): Promise<void> {
  await page.goto(`${base()}/settings/profile`);
  const choice = page.getByRole("radio", { name: { fr: "Français", en: "English" }[language] });
  await choice.waitFor({ state: "attached" });
  if (!(await choice.isChecked())) {
    // Leaving sooner would take the request back, and the account would go on in the other language.
    const saved = page.waitForResponse(
      (answer) =>
        answer.request().method() === "PATCH" && answer.url().endsWith("/auth/me") && answer.ok(),
    );
    await choice.check({ force: true });
    await saved;
  }
  await page.waitForFunction((lang) => document.documentElement.lang.startsWith(lang), language);
}

/** Lets the page draw what it has heard of: two frames. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}

/** Where an element stands once it no longer moves. */
export async function standing(element: Locator) {
  let before = "";
  for (;;) {
    const box = await element.boundingBox();
    const now = JSON.stringify(box);
    if (box && now === before) return box;
    before = now;
    await element.page().waitForTimeout(100);
  }
}
