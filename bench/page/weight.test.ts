import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { kindOf, total, weigh } from "./weight.ts";

const folder = mkdtempSync(join(tmpdir(), "weigh-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, "assets"));
writeFileSync(join(folder, "index.html"), "<p>".repeat(500));
writeFileSync(join(folder, "assets/a.js"), "let x = 1;".repeat(500));
writeFileSync(join(folder, "assets/inter.woff2"), Buffer.alloc(1000));

test.each([
  ["/assets/a.js", "script"],
  ["/assets/a.css", "style"],
  ["/assets/i.woff2", "font"],
  ["/index.html", "document"],
  ["/icon.svg", "other"],
])("%s is %s", (path, kind) => expect(kindOf(path)).toBe(kind));

test("an address of the app is its document, counted once; fonts are not compressed again", () => {
  const weights = weigh(folder, [
    "/sign-in",
    "/",
    "/assets/a.js",
    "/assets/a.js",
    "/assets/inter.woff2",
  ]);
  expect(weights.document).toMatchObject({ files: 1, raw: 1500 });
  expect(weights.script).toMatchObject({ files: 1, raw: 5000 });
  expect(weights.script.gzip).toBeLessThan(100);
  expect(weights.font).toEqual({ files: 1, raw: 1000, gzip: 1000, brotli: 1000 });
  expect(total(weights)).toMatchObject({ files: 3, raw: 7500 });
});

test("a file that the build lacks is an error, not nothing", () => {
  expect(() => weigh(folder, ["/assets/gone.js"])).toThrow("gone.js");
});
