import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ROOT } from "./paths.ts";
import { installed } from "./toolchain.mjs";

let root = "";
const lock = (path: string, packages: Record<string, object>): void =>
  writeFileSync(join(root, path), JSON.stringify({ packages }));

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "toolchain-"));
  mkdirSync(join(root, "node_modules"));
  lock("package-lock.json", {
    "": {},
    "node_modules/a": { version: "1.0.0" },
    "node_modules/b-win32": { version: "1.0.0", optional: true },
  });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("whether node_modules is what the lock file says", () => {
  test("not when nothing was installed", () => expect(installed(root)).toBe(false));

  test("yes when all stands there, save what is for another platform", () => {
    lock("node_modules/.package-lock.json", { "node_modules/a": { version: "1.0.0" } });
    expect(installed(root)).toBe(true);
  });

  test("not when a version is another one", () => {
    lock("node_modules/.package-lock.json", { "node_modules/a": { version: "1.0.1" } });
    expect(installed(root)).toBe(false);
  });

  test("not when a package is missing", () => {
    lock("node_modules/.package-lock.json", { "node_modules/b-win32": { version: "1.0.0" } });
    expect(installed(root)).toBe(false);
  });
});

test.each([
  ["18.20.0", 1, "too old"],
  ["20.0.0", 0, ""],
  ["24.21.0", 0, ""],
])("Node %s: status %i", (version, status, words) => {
  const url = JSON.stringify(`file://${ROOT}/scripts/lib/toolchain.mjs`);
  const code = `import { checkNode } from ${url}; checkNode("${version}");`;
  const done = spawnSync(process.execPath, ["--input-type=module", "-e", code], {
    encoding: "utf8",
  });
  expect(done.status).toBe(status);
  expect(done.stderr).toContain(words);
});
