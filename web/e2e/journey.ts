import type { Provided } from "#scripts/vitest/e2e.ts";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
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

/** Address of the seeded server that all journeys share, without a slash at the end. */
export function base(): Provided["base"] {
  return inject("base");
}

/** Starts the browser of this machine. Close it in afterAll. */
export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: inject("chromium"), args: FLAGS });
}

/** A fresh one-time sign-in link of a demo person: as many as a journey needs. */
export async function signInLink(role: DemoRole): Promise<string> {
  const email = inject("people").find((person) => person.role === role)?.email ?? "";
  const answer = await fetch(`${inject("links")}?email=${encodeURIComponent(email)}`);
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
