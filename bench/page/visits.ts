import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Ours } from "../ours/organization.ts";

/** The screen of the target pictures. */
const SCREEN = { width: 1440, height: 900 };
const PATIENCE = 30_000;

/** A browser without history, and without a cache; signed in when asked. */
export async function stranger(browser: Browser, ours: Ours, signedIn: boolean) {
  const context = await browser.newContext({ viewport: SCREEN, locale: "fr-FR" });
  await context.addInitScript({ path: join(import.meta.dirname, "pointed-at.js") });
  if (!signedIn) return context;
  const answer = await context.request.post(`${ours.url}/api/v1/auth/sign-in`, {
    data: { email: ours.email, password: ours.password },
    headers: { origin: ours.url },
  });
  if (!answer.ok()) throw new Error(`Signing in answered ${answer.status()}`);
  // The page keeps who was signed in beside the cookie, and asks the cookie only then.
  const {
    accessToken: _,
    expiresAt: _at,
    ...me
  } = (await answer.json()) as Record<string, unknown>;
  await context.addInitScript(
    (text) =>
      (
        globalThis as unknown as { localStorage: { setItem(key: string, text: string): void } }
      ).localStorage.setItem("aetheria.me", text),
    JSON.stringify(me),
  );
  return context;
}

/** What `pointed-at.js` keeps: when the page was last clicked, in its own clock. */
interface Clicked {
  clickedAt: number;
}

/** What a visit took, from the start of the navigation. */
export interface Visit {
  /** Until the text could be pointed at. Milliseconds. */
  usable: number;
  /** Request paths of the origin's own files. */
  files: string[];
}

/** Opens an address and waits until `text` can be pointed at. */
export async function visit(context: BrowserContext, url: string, text: string): Promise<Visit> {
  const page = await context.newPage();
  const files: string[] = [];
  page.on("response", (response) => {
    const { origin, pathname } = new URL(response.url());
    if (origin !== new URL(url).origin || /^\/(api|ws)\//.test(pathname)) return;
    if (response.status() === 200) files.push(pathname);
  });
  await page.goto(url, { waitUntil: "commit" });
  const usable = await usableAt(page, text);
  // What loads behind the first screen belongs to the visit, but not to the wait.
  await page.waitForTimeout(500);
  await page.close();
  return { usable, files };
}

/** Clicks a link inside the app; milliseconds from the page's click event until `text` can be pointed at. */
export async function follow(page: Page, selector: string, text: string): Promise<number> {
  await page.locator(selector).first().click();
  const usable = await usableAt(page, text);
  return usable - (await page.evaluate(() => (globalThis as unknown as Clicked).clickedAt));
}

/** When a text can be pointed at, in the page's own clock: milliseconds from the start of its navigation. */
export async function usableAt(page: Page, text: string): Promise<number> {
  const found = await page.waitForFunction(
    (wanted) => (globalThis as unknown as { pointedAt(text: string): number }).pointedAt(wanted),
    text,
    { polling: "raf", timeout: PATIENCE },
  );
  return found.jsonValue();
}
