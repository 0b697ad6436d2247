import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
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

test("what npm's shell leaves behind when it is killed ends as if it had been told", async () => {
  const said = join(root, "said");
  const server = join(root, "server.ts");
  writeFileSync(
    server,
    `import { writeFileSync } from "node:fs";
    const say = (word: string) => writeFileSync(${JSON.stringify(said)}, word);
    process.on("SIGTERM", () => { say("ended"); process.exit(0); });
    setInterval(() => undefined, 1000);
    say("up");`,
  );
  const url = JSON.stringify(`file://${ROOT}/scripts/lib/toolchain.mjs`);
  const script = JSON.stringify(relative(join(ROOT, "scripts"), server));
  const start = join(root, "start.mjs");
  writeFileSync(start, `import { handOver } from ${url}; await handOver(${script}, []);`);
  // Two commands, so that the shell stays instead of becoming the first one.
  const shell = spawn("sh", ["-c", `"${process.execPath}" "${start}"; true`], {
    env: { ...process.env, npm_lifecycle_event: "start" },
    stdio: "ignore",
  });
  const word = () => existsSync(said) && readFileSync(said, "utf8");
  await expect.poll(word, { timeout: 60_000 }).toBe("up");
  shell.kill("SIGKILL");
  await expect.poll(word, { timeout: 30_000 }).toBe("ended");
}, 120_000);
