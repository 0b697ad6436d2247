import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { serveFolders } from "./static.ts";

const root = mkdtempSync(join(tmpdir(), "static-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

test("serves files of the folders with their types, and nothing else", async () => {
  for (const folder of ["a", "b/in"]) mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, "a/x.js"), "1");
  writeFileSync(join(root, "b/in/y.bin"), "22");
  writeFileSync(join(root, "secret"), "s");
  const site = await serveFolders([join(root, "a"), join(root, "b")]);
  try {
    const script = await fetch(`${site.url}/x.js?v=1`);
    expect([await script.text(), script.headers.get("content-type")]).toEqual([
      "1",
      "text/javascript",
    ]);
    expect(await (await fetch(`${site.url}/in/y.bin`)).text()).toBe("22");
    for (const path of ["/in", "/none", "/%2e%2e/secret"])
      expect((await fetch(site.url + path)).status).toBe(404);
  } finally {
    await site.stop();
  }
});
