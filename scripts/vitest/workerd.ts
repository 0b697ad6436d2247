import { reset } from "cloudflare:test";
import { beforeAll } from "vitest";
import { migrateControl } from "#worker/platform/testing.ts";

// Files share one isolate, which saves most of the time they would take; each starts from empty databases all the same.
beforeAll(async () => {
  await reset();
  await migrateControl();
});
