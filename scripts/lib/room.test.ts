import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bin, ROOT } from "./paths.ts";
import { addRoom } from "./room.ts";

// A room of two words, added to a copy of this repository, passes what every other room passes.
const LEFT = /^(node_modules|\.git|\.state|\.build|\.wrangler|bench\/(data|peers)|web\/dist)(\/|$)/;
const copy = mkdtempSync(join(tmpdir(), "room-"));
let files: string[] = [];

/** Runs a tool in the copy, answers its output, and fails with it when the tool does. */
const mustPass = (command: string, ...args: string[]): string => {
  const env = { ...process.env, CI: "true", NO_COLOR: "1" };
  const done = spawnSync(bin(command), args, { cwd: copy, encoding: "utf8", env });
  const output = done.stdout + done.stderr;
  if (done.status !== 0) throw new Error(`${command} failed:\n${output}`);
  return output;
};

beforeAll(() => {
  cpSync(ROOT, copy, {
    recursive: true,
    filter: (path) => !LEFT.test(path.slice(ROOT.length + 1)),
  });
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
  files = addRoom(copy, "proof-visits");
  mustPass("oxfmt", ...files.filter((path) => /\.tsx?$/.test(path)));
}, 60_000);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

test("stands on every floor, with tests and a migration of its own", () => {
  expect(files).toEqual(
    expect.arrayContaining([
      "domain/proof-visits/api.ts",
      "domain/proof-visits/model.test.ts",
      "domain/i18n/fr/proof-visits.ts",
      "domain/i18n/en/proof-visits.ts",
      "worker/features/proof-visits/create-proof-visit.ts",
      "worker/features/proof-visits/create-proof-visit.workerd.test.ts",
      "web/features/proof-visits/routes.ts",
      "web/features/proof-visits/add-proof-visit.web.test.tsx",
    ]),
  );
  expect(
    files.filter((path) => /^migrations\/tenant\/\d{4}_proof_visits\.sql$/.test(path)),
  ).toHaveLength(1);
  for (const path of files) expect(readFileSync(join(copy, path), "utf8")).not.toMatch(/@\w+@/);
});

test("is formatted, linted and typed", () => {
  const code = files.filter((path) => /\.tsx?$/.test(path));
  mustPass("oxfmt", "--check", ...code);
  expect(mustPass("oxlint", ...code)).toContain("0 errors");
  expect(mustPass("tsc", "--noEmit")).toBe("");
  expect(mustPass("tsc", "--noEmit", "-p", "web")).toBe("");
}, 300_000);

test("its tests pass, and the contract of every route holds for it", () => {
  // Of the suites that visit every route, those that a room must be known to.
  const contract = ["refusals", "audit-trail", "isolation.workerd", "round-trips"];
  const suites = contract.map((name) => `worker/contract/${name}`);
  const output = mustPass("vitest", "run", "proof-visits", ...suites, "migrations.workerd");
  expect(output).toContain("post /proof-visits");
  expect(output).toContain("add-proof-visit.web.test.tsx");
}, 300_000);

test("a second room of the same name is refused, and nothing is written", () => {
  expect(() => addRoom(copy, "proof-visits")).toThrow("already");
});

test("a text that is missing in one language fails the build", () => {
  const english = join(copy, "domain/i18n/en/proof-visits.ts");
  writeFileSync(english, readFileSync(english, "utf8").replace(/^ {2}add:.*\n/m, ""));
  expect(() => mustPass("tsc", "--noEmit", "-p", "scripts/types/web.json")).toThrow(
    /domain\/i18n\/en\/proof-visits\.ts.*Property 'add' is missing/,
  );
}, 60_000);
