import { existsSync } from "node:fs";
import { run } from "./run.ts";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The Chromium of this machine: CHROMIUM, or the first of the usual places. */
export function findChromium(
  places = PLACES,
  chosen = process.env["CHROMIUM"],
): string | undefined {
  return [chosen, ...places].find((path) => path && existsSync(path));
}

/**
 * The Chromium of this machine, installed from Debian's packages when it is missing and we may.
 * @throws with what to do when there is none.
 */
export async function needChromium(say: (line: string) => void): Promise<string> {
  const found = findChromium();
  if (found) return found;
  const root = process.getuid?.() === 0;
  if (root && existsSync("/usr/bin/apt-get")) {
    say("Installing Chromium (apt-get install chromium)…");
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", ["update", "-qq"], { env });
    await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], { env });
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error(
    "The journeys need Chromium, and there is none here. Install it (Debian: apt-get install chromium), or name one: CHROMIUM=/path/to/chromium npm test. Without a browser: npm run verify.",
  );
}
