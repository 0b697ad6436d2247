import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { inputsHash } from "./inputs.ts";

let root = "";
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "inputs-"));
  write("web/app/main.tsx", "1");
  write("migrations/tenant/0001.sql", "create");
  write("wrangler.toml", "name");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test("the same sources have the same fingerprint", () => {
  expect(inputsHash(root)).toBe(inputsHash(root));
});

test.each(["web/app/main.tsx", "migrations/tenant/0001.sql", "wrangler.toml", "domain/new.ts"])(
  "a change of %s is noticed",
  (path) => {
    const before = inputsHash(root);
    write(path, "2");
    expect(inputsHash(root)).not.toBe(before);
  },
);

test.each([
  "web/dist/index.html",
  "web/public/duckdb/duckdb-eh.wasm",
  "web/e2e/a.e2e.ts",
  "worker/a.test.ts",
  "web/a.web.test.tsx",
  "docs/a.md",
])("%s is no part of the product", (path) => {
  const before = inputsHash(root);
  write(path, "2");
  expect(inputsHash(root)).toBe(before);
});
