import { chromium, type Browser } from "playwright-core";
import { needChromium } from "#scripts/lib/chromium.ts";

/** Chromium without a window and without anything that asks the network by itself. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await needChromium(console.log),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
}
