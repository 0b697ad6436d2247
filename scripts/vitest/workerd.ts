import { reset } from "cloudflare:test";
import { beforeAll } from "vitest";
import { rows } from "#worker/platform/testing-databases.ts";
import { isPoolEmpty, migrateControl } from "#worker/platform/testing.ts";

const TRIES = 20;

async function isControlEmpty(): Promise<boolean> {
  return (await rows("SELECT 1 FROM sqlite_master WHERE name = 'slots'")).length === 0;
}

/**
 * Empties every database and object. Work that the file before left behind (a poke on its way, a late answer) can
 * write once more after a reset, so the reset is repeated until nothing is there.
 */
async function resetWhole(): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    await reset();
    if ((await isPoolEmpty()) && (await isControlEmpty())) return;
    await new Promise((resolve) => setTimeout(resolve, 50 * (attempt + 1)));
  }
  throw new Error("The databases of the file before could not be emptied");
}

// Files share one isolate, which saves most of the time they would take; each starts from empty databases all the same.
beforeAll(async () => {
  await resetWhole();
  await migrateControl();
});
