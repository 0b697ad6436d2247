import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { firstLoadFiles, gzipSize, pageScripts, tooLarge, type Manifest } from "./weight.ts";

const folder = mkdtempSync(join(tmpdir(), "weight-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const manifest: Manifest = {
  "index.html": {
    file: "assets/main.js",
    src: "index.html",
    isEntry: true,
    imports: ["_solid.js"],
  },
  "_solid.js": { file: "assets/solid.js", imports: ["_base.js"] },
  "_base.js": { file: "assets/base.js", imports: ["_solid.js"] },
  "features/identity/sign-in-page.tsx": {
    file: "assets/sign-in.js",
    src: "features/identity/sign-in-page.tsx",
    imports: ["_field.js", "_solid.js"],
  },
  "_field.js": { file: "assets/field.js" },
  "features/analytics/page.tsx": {
    file: "assets/analytics.js",
    src: "features/analytics/page.tsx",
  },
  "app/theme.css": { file: "assets/theme.css", src: "app/theme.css", isEntry: true },
};

describe("first load", () => {
  test("counts the entry, its static imports and the first screen, once each", () => {
    expect(firstLoadFiles(manifest, [/sign-in/])).toEqual(
      ["base", "field", "main", "sign-in", "solid"].map((name) => `assets/${name}.js`),
    );
  });

  test("leaves out screens that load later", () => {
    expect(firstLoadFiles(manifest, [])).not.toContain("assets/analytics.js");
  });
});

test("a first screen that the build does not hold is an error, not a small figure", () => {
  expect(() => firstLoadFiles(manifest, [/sign-in/, /welcome/])).toThrow("/welcome/");
});

test("plain scripts of the page count too", () => {
  const html =
    '<script src="/boot.js"></script><script type="module" crossorigin src="/assets/main.js">';
  expect(pageScripts(html)).toEqual(["boot.js", "assets/main.js"]);
});

test("sizes are those after gzip", () => {
  writeFileSync(join(folder, "a.js"), "x".repeat(100_000));
  writeFileSync(join(folder, "b.js"), "y".repeat(100_000));
  const one = gzipSize(folder, ["a.js"]);
  expect(one).toBeLessThan(1_000);
  expect(gzipSize(folder, ["a.js", "b.js"])).toBeGreaterThan(one);
});

test("names the assets over the limit, in folders too", () => {
  mkdirSync(join(folder, "deep"));
  writeFileSync(join(folder, "deep/big.wasm"), Buffer.alloc(2_000_000));
  expect(tooLarge(folder, 1_000_000)).toEqual(["deep/big.wasm (1.9 MiB)"]);
  expect(tooLarge(folder)).toEqual([]);
});
