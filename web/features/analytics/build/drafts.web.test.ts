import { afterEach, expect, it, vi } from "vitest";
import { emptyQuery } from "#domain/analytics/builder/model.ts";
import { drafts } from "./drafts.ts";

const device = vi.hoisted(() => ({ stored: new Map<string, unknown>(), stuck: false }));
vi.mock("#web/lib/kept.ts", () => ({
  kept: {
    read: (key: string) => Promise.resolve(device.stored.get(key)),
    write: (key: string, value: unknown) =>
      device.stuck ? new Promise(() => undefined) : Promise.resolve(device.stored.set(key, value)),
  },
}));
afterEach(() => {
  device.stuck = false;
  sessionStorage.clear();
});

const draft = (table: string) => ({ query: emptyQuery(table) });
const read = () => drafts.read("org.person", "wsp_1");

it("loses no draft that was on its way to the device when the page was left", async () => {
  await drafts.write("org.person", "wsp_1", draft("ventes"));
  device.stuck = true;
  void drafts.write("org.person", "wsp_1", draft("achats"));
  window.dispatchEvent(new Event("pagehide"));
  device.stuck = false;
  expect((await read())?.query.table).toBe("achats");
  // Taken over from then on: what is written next counts.
  await drafts.write("org.person", "wsp_1", draft("paie"));
  window.dispatchEvent(new Event("pagehide"));
  expect((await read())?.query.table).toBe("paie");
});

it("leaves nothing in the tab of what the device has, and drops what was dropped", async () => {
  await drafts.write("org.person", "wsp_1", draft("ventes"));
  window.dispatchEvent(new Event("pagehide"));
  expect(sessionStorage.length).toBe(0);
  device.stuck = true;
  void drafts.drop("org.person", "wsp_1");
  window.dispatchEvent(new Event("pagehide"));
  device.stuck = false;
  expect(await read()).toBeUndefined();
});
